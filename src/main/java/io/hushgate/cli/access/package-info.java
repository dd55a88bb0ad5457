/**
 * The command {@code access}: asks the graph of the estate and shows the answer as text, JSON, DOT
 * or SVG. Computes nothing itself. Entry point: {@link io.hushgate.cli.access.AccessCommand}.
 */
@NullMarked
package io.hushgate.cli.access;

import org.jspecify.annotations.NullMarked;

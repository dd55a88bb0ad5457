/**
 * What the build does to the program's own class files so that it starts faster; no part of a run.
 * Start at {@link io.hushgate.cli.build.PlainCalls}.
 */
@NullMarked
package io.hushgate.cli.build;

import org.jspecify.annotations.NullMarked;

/**
 * Who reaches which secret, drawn: the graph of the estate becomes a picture of the reports. Reads
 * no files and prints nothing. Entry point: {@link io.hushgate.access.AccessPicture}.
 */
@NullMarked
package io.hushgate.access;

import org.jspecify.annotations.NullMarked;

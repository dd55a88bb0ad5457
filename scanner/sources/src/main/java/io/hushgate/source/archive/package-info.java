/**
 * Archives and compressed files, opened between a source and whoever takes its artifacts: what lies
 * in them is handed on as artifacts of its own, at {@code outer.zip!inner/path}. Reads in one pass
 * and constant memory; writes nothing but one bounded temporary file for formats that cannot be
 * read so; an entry's name is data and names no file of this machine. What is not looked at is
 * named. Start at {@link io.hushgate.source.archive.Unpacking}.
 */
@NullMarked
package io.hushgate.source.archive;

import org.jspecify.annotations.NullMarked;

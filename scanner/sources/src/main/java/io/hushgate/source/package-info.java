/**
 * Where bytes come from. A source enumerates and reads, and says what it could not read; it never
 * judges what it reads, writes nothing into what it reads and executes nothing of it. The kinds lie
 * in the packages below: files in {@code file}, repositories in {@code git}. Start at {@link
 * io.hushgate.source.Source}.
 */
@NullMarked
package io.hushgate.source;

import org.jspecify.annotations.NullMarked;

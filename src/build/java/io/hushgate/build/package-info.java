/**
 * What the build does when the program is there: its jars start faster, and it is laid out with a
 * Java runtime of its own. No part of a run; started from its sources. Start at {@link
 * io.hushgate.build.StartUp} and {@link io.hushgate.build.Distribution}.
 */
@NullMarked
package io.hushgate.build;

import org.jspecify.annotations.NullMarked;

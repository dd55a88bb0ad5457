/** What the build runs to pack the policies; never called by the program. */
@NullMarked
package io.hushgate.library.build;

import org.jspecify.annotations.NullMarked;

/**
 * Files as they lie on disk: directories, single files, standard input. In a git work tree the
 * files that git sees, elsewhere all. Reads plainly, maps nothing, opens nothing but regular files
 * and never follows a symbolic link. Start at {@link io.hushgate.source.file.DirectorySource}.
 */
@NullMarked
package io.hushgate.source.file;

import org.jspecify.annotations.NullMarked;

/**
 * Git's object database as plain files: loose objects, packs and their indexes, alternates. Reads
 * only what git's own formats say, in both object formats (SHA-1 and SHA-256), and neither reads
 * nor runs anything that a repository's configuration names. Knows nothing of refs, of the staging
 * area or of what is looked for. Formats: {@code gitformat-pack(5)}, {@code
 * gitrepository-layout(5)}. Start at {@link io.hushgate.source.git.store.ObjectStore} for one
 * object, at {@link io.hushgate.source.git.store.PackScan} for all of them.
 */
@NullMarked
package io.hushgate.source.git.store;

import org.jspecify.annotations.NullMarked;

/**
 * The pre-commit hook of a repository: where git looks for it, how it is put there beside what is
 * there already, and how it is taken away again. What the hook does when it runs is {@code scan
 * --staged} and not decided here. Begin at {@link io.hushgate.hook.HookInstaller}.
 */
@NullMarked
package io.hushgate.hook;

import org.jspecify.annotations.NullMarked;

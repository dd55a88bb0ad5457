package io.hushgate.source.file;

import io.hushgate.source.git.GitRepository;
import io.hushgate.source.git.TrackedFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A git work tree that files lie in.
 *
 * @param outermost {@code info/exclude}, which every {@code .gitignore} goes before
 */
record WorkTree(Path root, TrackedFiles tracked, IgnoreRules outermost) {
    static WorkTree of(GitRepository repository, Path root) throws IOException {
        Path exclude = repository.directory().resolve("info/exclude");
        return new WorkTree(root, TrackedFiles.of(repository), IgnoreRules.none().with(exclude, 0));
    }
}

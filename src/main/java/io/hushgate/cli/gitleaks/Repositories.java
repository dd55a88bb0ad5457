package io.hushgate.cli.gitleaks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens repositories as {@code git -C PATH} finds them. */
final class Repositories {
    private Repositories() {}

    /**
     * Opens the repository that a directory is, or lies in.
     *
     * @throws LeakProblem when there is none
     */
    static Repository open(Path directory) throws IOException {
        File start = directory.toAbsolutePath().normalize().toFile();
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        if (new File(start, "HEAD").isFile() && new File(start, "objects").isDirectory()) {
            builder.setGitDir(start).setBare();
        } else {
            builder.findGitDir(start);
        }
        if (builder.getGitDir() == null) {
            throw new LeakProblem(
                    "%s: it is in no git repository; use dir for files".formatted(directory));
        }
        return builder.setMustExist(true).build();
    }
}

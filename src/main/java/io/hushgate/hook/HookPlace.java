package io.hushgate.hook;

import io.hushgate.hook.GitConfiguration.Setting;
import io.hushgate.run.RunProblem;
import io.hushgate.source.git.GitRepository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file that git runs before a commit.
 *
 * @param file where the hook belongs
 * @param shared whether the file is part of the work tree, so that committing it gives the hook to
 *     everybody
 */
record HookPlace(Path file, boolean shared) {
    private static final String NAME = "pre-commit";

    /**
     * Asks git's settings, since {@code core.hooksPath} moves all hooks to another directory.
     *
     * @throws RunProblem when that directory lies outside of the repository: a hook there would run
     *     in every repository of the user
     */
    static HookPlace of(GitRepository repository, Map<String, String> environment) {
        GitConfiguration configuration = new GitConfiguration(repository, environment);
        Optional<Setting> setting = configuration.value("core", "hooksPath");
        if (setting.isEmpty() || setting.get().value().isEmpty()) {
            return new HookPlace(repository.directory().resolve("hooks").resolve(NAME), false);
        }
        Path base = repository.workTree().orElse(repository.directory()).toAbsolutePath();
        Path directory = resolve(base, configuration.home(), setting.get().value());
        if (directory.startsWith(repository.directory().toAbsolutePath().normalize())) {
            return new HookPlace(directory.resolve(NAME), false);
        }
        if (!directory.startsWith(base.normalize())) {
            throw new RunProblem(
                    ("%s: core.hooksPath says that git runs the hooks of %s, which lies outside of the"
                                    + " repository; add `hushgate hook run` to %s there, or unset core.hooksPath")
                            .formatted(setting.get().from(), directory, NAME));
        }
        return new HookPlace(ofHusky(directory).resolve(NAME), true);
    }

    private static Path resolve(Path base, Path home, String value) {
        return value.startsWith("~/")
                ? home.resolve(value.substring(2)).normalize()
                : base.resolve(value).normalize();
    }

    /** Husky makes the directory {@code .husky/_} anew; what its users write lies above it. */
    private static Path ofHusky(Path directory) {
        return directory.endsWith(Path.of(".husky", "_"))
                ? directory.resolveSibling("")
                : directory;
    }
}

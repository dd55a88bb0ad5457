package io.hushgate.hook;

import io.hushgate.run.RunProblem;
import io.hushgate.source.RegularFile;
import io.hushgate.source.git.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * The settings that git would see in a repository: system, user, repository and work tree, with
 * their plain includes, and the variables {@code GIT_CONFIG_COUNT}. Read as data; nothing that a
 * setting names is executed. Conditional includes are not followed.
 *
 * @see <a href="https://git-scm.com/docs/git-config#FILES">git-config, FILES and ENVIRONMENT</a>
 */
final class GitConfiguration {
    private static final long MAX_BYTES = 1 << 20;
    private static final int MOST_VARIABLES = 1_000;

    private final GitRepository repository;
    private final Map<String, String> environment;

    GitConfiguration(GitRepository repository, Map<String, String> environment) {
        this.repository = repository;
        this.environment = environment;
    }

    /**
     * @param value as written, without its quotes
     * @param from the file or the variable that gave it
     */
    record Setting(String value, String from) {}

    /**
     * The value that wins: that of the narrowest scope.
     *
     * @throws RunProblem when a file cannot be read or is malformed
     */
    Optional<Setting> value(String section, String name) {
        Optional<Setting> last = ofVariables(section + "." + name);
        if (last.isPresent()) {
            return last;
        }
        for (Path file : files().reversed()) {
            String value = read(file).getString(section, null, name);
            if (value != null) {
                return Optional.of(new Setting(value, file.toString()));
            }
        }
        return Optional.empty();
    }

    /** From the widest scope to the narrowest. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (!environment.containsKey("GIT_CONFIG_NOSYSTEM")) {
            files.add(Path.of(environment.getOrDefault("GIT_CONFIG_SYSTEM", "/etc/gitconfig")));
        }
        @Nullable String user = environment.get("GIT_CONFIG_GLOBAL");
        if (user != null) {
            files.add(Path.of(user));
        } else {
            files.add(xdg().resolve("git").resolve("config"));
            files.add(home().resolve(".gitconfig"));
        }
        files.add(repository.directory().resolve("config"));
        files.add(repository.ownDirectory().resolve("config.worktree"));
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private Path xdg() {
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .orElseGet(() -> home().resolve(".config"));
    }

    Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    private Optional<Setting> ofVariables(String key) {
        @Nullable Setting last = null;
        int count = 0;
        try {
            count = Integer.parseInt(environment.getOrDefault("GIT_CONFIG_COUNT", "0").strip());
        } catch (NumberFormatException e) {
            throw new RunProblem("GIT_CONFIG_COUNT: it is no number; unset it or correct it", e);
        }
        for (int i = 0; i < Math.min(count, MOST_VARIABLES); i++) {
            String variable = "GIT_CONFIG_KEY_" + i;
            @Nullable String value = environment.get("GIT_CONFIG_VALUE_" + i);
            if (key.equalsIgnoreCase(environment.get(variable)) && value != null) {
                last = new Setting(value, variable);
            }
        }
        return Optional.ofNullable(last);
    }

    private static Config read(Path file) {
        Config config =
                new Config() {
                    @Override
                    protected byte[] readIncludedConfig(String path) {
                        return GitConfiguration.bytes(file.resolveSibling(path));
                    }
                };
        try {
            config.fromText(new String(bytes(file), StandardCharsets.UTF_8));
        } catch (ConfigInvalidException e) {
            throw new RunProblem(
                    "%s: git's settings cannot be read: %s; correct the file"
                            .formatted(file, e.getMessage()),
                    e);
        }
        return config;
    }

    /** Empty when the file is not there, as git passes over includes that point to nowhere. */
    private static byte[] bytes(Path file) {
        try {
            return Files.exists(file) ? RegularFile.bytes(file, MAX_BYTES) : new byte[0];
        } catch (IOException e) {
            throw new RunProblem(
                    "%s: git's settings cannot be read; check that it is a file you may read"
                            .formatted(file),
                    e);
        }
    }
}

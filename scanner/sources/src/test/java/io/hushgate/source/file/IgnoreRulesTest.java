package io.hushgate.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.core.Gen;

class IgnoreRulesTest {
    @TempDir static Path directory;

    private static boolean ignores(String lines, String path) {
        try {
            Path file = directory.resolve("ignore");
            Files.writeString(file, lines);
            IgnoreRules rules = IgnoreRules.none().with(file, 0);
            boolean isDirectory = path.endsWith("/");
            String bare = isDirectory ? path.substring(0, path.length() - 1) : path;
            return rules.ignores(bare.getBytes(StandardCharsets.UTF_8), isDirectory);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theLastMatchingLineDecides() {
        assertThat(ignores("*.log\n!keep.log\n", "a/keep.log")).isFalse();
        assertThat(ignores("!keep.log\n*.log\n", "a/keep.log")).isTrue();
    }

    @Test
    void aSlashAtTheEndMeansDirectories() {
        assertThat(ignores("build/\n", "a/build/")).isTrue();
        assertThat(ignores("build/\n", "a/build")).isFalse();
    }

    @Test
    void blanksAtTheEndDoNotCountUnlessEscaped() {
        assertThat(ignores("a  \n", "a")).isTrue();
        assertThat(ignores("a\\ \n", "a ")).isTrue();
        assertThat(ignores("a\\ \n", "a")).isFalse();
    }

    @Test
    void aPatternMadeToBeSlowIsNot() {
        String pattern = "*a".repeat(2_000) + "b\n" + "**/a".repeat(500) + "/**/b\n";
        String path = "a/".repeat(1_000) + "a".repeat(2_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(ignores(pattern, path)).isFalse());
    }

    /** Texts of a few characters that mean something in patterns. */
    private static Gen<String> texts(String alphabet, int longest) {
        return lists().of(integers().between(0, alphabet.length() - 1))
                .ofSizeBetween(1, longest)
                .map(indexes -> {
                    StringBuilder text = new StringBuilder();
                    indexes.forEach(i -> text.append(alphabet.charAt(i)));
                    return text.toString();
                });
    }

    @Test
    void decidesAsGitDoes(@TempDir Path repository) throws IOException, InterruptedException {
        Assumptions.assumeTrue(run(repository, "", "init", "-q").isEmpty(), "no git binary");
        List<String> patterns = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        qt().withFixedSeed(7)
                .withExamples(1_500)
                .forAll(texts("aab**?/![]-^\\ ", 9), texts("aabb/- ]!^", 8))
                .check((pattern, path) -> patterns.add(pattern) && paths.add(path));
        int compared = 0;
        for (int i = 0; i + 50 <= patterns.size(); i += 50) {
            List<String> some = patterns.subList(i, i + 50);
            String rules = String.join("\n", some) + "\n";
            List<String> asked = asked(paths.subList(i, i + 50));
            // A rule set that ignores everything tells nothing apart: judge each line by itself
            // too.
            compared += compare(repository, rules, asked);
            compared += compare(repository, some.getFirst() + "\n", asked);
            compared += compare(repository, some.getLast() + "\n", asked);
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    /** Paths that git accepts: relative, without empty or special parts. */
    private static List<String> asked(List<String> paths) {
        return paths.stream()
                .filter(p -> !p.startsWith("/") && !p.endsWith("/") && !p.contains("//"))
                .distinct()
                .toList();
    }

    private static int compare(Path repository, String rules, List<String> paths)
            throws IOException, InterruptedException {
        Files.writeString(repository.resolve(".gitignore"), rules);
        String input = String.join("\0", paths) + "\0";
        String output =
                run(repository, input, "check-ignore", "-z", "--stdin", "-v", "-n", "--no-index");
        String[] fields = output.split("\0", -1);
        IgnoreRules ours = IgnoreRules.none().with(repository.resolve(".gitignore"), 0);
        for (int i = 0; i + 3 < fields.length; i += 4) {
            String path = fields[i + 3];
            boolean theirs = !fields[i + 2].isEmpty() && !fields[i + 2].startsWith("!");
            assertThat(ignoredWithParents(ours, path))
                    .as("%s ignored by %s (git: %s)", path, rules.lines().toList(), fields[i + 2])
                    .isEqualTo(theirs);
        }
        return paths.size();
    }

    private static boolean ignoredWithParents(IgnoreRules rules, String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            byte[] parent = path.substring(0, slash).getBytes(StandardCharsets.UTF_8);
            if (rules.ignores(parent, true)) {
                return true;
            }
        }
        return rules.ignores(path.getBytes(StandardCharsets.UTF_8), false);
    }

    private static String run(Path directory, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.redirectErrorStream(true).start();
        try (var to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}

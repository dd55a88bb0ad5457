package io.hushgate.rules.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.RuleProblem;
import io.hushgate.rules.RuleEntry;
import io.hushgate.rules.RuleFile;
import io.hushgate.rules.RuleFileProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles the shipped rule files: {@code RuleSetWriter CATALOGUE CLASSES} writes the compiled
 * rules and the index of files under the class directory. The same files give the same bytes.
 */
public final class RuleSetWriter {
    private RuleSetWriter() {}

    /** Runs in the build, after the classes are compiled. */
    @SuppressWarnings("SystemOut") // the build shows what a program prints
    public static void main(String[] args) throws IOException {
        try {
            write(Path.of(args[0]), Path.of(args[1]).resolve("io/hushgate/rules"));
        } catch (RuleFileProblem | RuleProblem e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static void write(Path catalogue, Path target) throws IOException {
        List<String> names = files(catalogue);
        List<RuleEntry> entries = new ArrayList<>();
        for (String name : names) {
            entries.addAll(RuleFile.read(name, Files.readAllBytes(catalogue.resolve(name))));
        }
        RuleSet rules = RuleSet.compile(entries.stream().map(RuleEntry::rule).toList());
        Files.createDirectories(target);
        try (OutputStream out = Files.newOutputStream(target.resolve("shipped.rules"))) {
            rules.write(out);
        }
        Files.write(target.resolve("catalogue.index"), names, UTF_8);
    }

    /** The rule files by name, with {@code /} on every system, sorted. */
    private static List<String> files(Path catalogue) throws IOException {
        try (Stream<Path> paths = Files.walk(catalogue)) {
            return paths.filter(p -> p.toString().endsWith(".yaml"))
                    .map(p -> catalogue.relativize(p).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}

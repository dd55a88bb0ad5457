package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Matches every file under a directory and prints the detections as the JSON array that the scorer
 * of the accuracy cases reads: {@code AccuracyReport RULES DIRECTORY}.
 */
final class AccuracyReport {
    private AccuracyReport() {}

    public static void main(String[] arguments) throws IOException {
        RuleSet rules = RuleSet.read(Files.readAllBytes(Path.of(arguments[0])));
        Path root = Path.of(arguments[1]);
        Matcher matcher = rules.matcher(Matching.OPTIONS);
        List<Path> files;
        try (Stream<Path> paths = Files.walk(root)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        PrintStream out = System.out;
        String[] comma = {"["};
        for (Path file : files) {
            String path = root.relativize(file).toString();
            matcher.match(
                    Artifact.InMemory.of(new Address.File(path), Files.readAllBytes(file)),
                    d -> {
                        d.secret().close();
                        out.printf(
                                Locale.ROOT,
                                "%s{\"File\":\"%s\",\"StartLine\":%d,\"EndLine\":%d,\"StartColumn\":%d,\"EndColumn\":%d,\"RuleID\":\"%s\"}",
                                comma[0],
                                path,
                                d.region().startLine(),
                                d.region().endLine(),
                                d.region().startColumn(),
                                d.region().endColumn() - 1,
                                d.rule().id());
                        comma[0] = ",\n";
                    });
        }
        out.println(comma[0].equals("[") ? "[]" : "]");
    }
}

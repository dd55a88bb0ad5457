package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands beside opa's of the same name: what they print and how they end, for the command
 * lines of {@code opa-invocations.txt}. Runs where the system property {@code opa.binary} names an
 * {@code opa}.
 */
class OpaCommandsTest {
    private static final Path FILES = resource("opa");

    /** Flags that take a value; after the flags all that is left is the query. */
    private static final Set<String> VALUED =
            Set.of("-d", "-i", "-f", "--package", "--import", "--ignore", "--explain");

    private static final Pattern OUTCOME =
            Pattern.compile("(?m)^(data\\.\\S+: [A-Z]+|  \\w+: [A-Z]+|[A-Z]+: [0-9]+/[0-9]+)");

    static Stream<String> invocations() throws IOException {
        try (InputStream in =
                OpaCommandsTest.class.getResourceAsStream("policy/opa-invocations.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("invocations")
    void doesWhatOpaDoes(String line) {
        String opa = System.getProperty("opa.binary", "");
        assumeTrue(!opa.isEmpty(), "no opa.binary");
        String how = line.substring(0, line.indexOf('|')).strip();
        List<String> arguments = words(line.substring(line.indexOf('|') + 1).strip());
        List<String> theirs = new ArrayList<>(List.of(opa));
        theirs.addAll(arguments);
        List<String> ours = new ArrayList<>(List.of("policy"));
        ours.addAll(arguments);
        Result expected = Program.execute(FILES, theirs);
        Result found = Program.run(FILES, ours.toArray(String[]::new));
        assertThat(told(found.out(), how)).isEqualTo(told(expected.out(), how));
        assertThat(found.exitCode()).isEqualTo(expected.exitCode());
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        if (!words.getFirst().equals("eval")) {
            return words;
        }
        int i = 1;
        while (i < words.size() && words.get(i).startsWith("-")) {
            i += VALUED.contains(words.get(i)) ? 2 : 1;
        }
        List<String> split = new ArrayList<>(words.subList(0, i));
        split.add(String.join(" ", words.subList(i, words.size())));
        return split;
    }

    /** The part of what was printed that is compared. */
    private static String told(String out, String how) {
        return switch (how) {
            case "same" -> out;
            case "json" -> timeless(JsonReader.standard().read(out)).toString();
            case "text" -> outcomes(out);
            case "code" -> "";
            default -> throw new IllegalArgumentException(how);
        };
    }

    /** opa shows failures once more before the summary. */
    private static String outcomes(String out) {
        Matcher lines = OUTCOME.matcher(out.substring(Math.max(0, out.indexOf("\nSUMMARY"))));
        return lines.results().map(line -> line.group(1)).collect(Collectors.joining("\n"));
    }

    /** Without the durations of tests, and with their output left to other tests. */
    private static Value timeless(Value value) {
        return switch (value) {
            case RegoArray array -> {
                List<Value> members = new ArrayList<>();
                array.forEach(member -> members.add(timeless(member)));
                yield RegoArray.of(members);
            }
            case RegoObject object -> {
                RegoObject.Builder rest = RegoObject.builder();
                object.forEach((key, inner) -> {
                    if (!key.equals(RegoString.of("duration"))) {
                        rest.put(key, timeless(inner));
                    }
                });
                yield rest.build();
            }
            default -> value;
        };
    }

    private static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(OpaCommandsTest.class.getResource("policy/" + name))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.Matcher;
import io.hushgate.rules.sample.Template;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Passwords and keys in the notations of languages, configuration files and command lines, as
 * {@code notations.txt} lists them; and in {@code no-notations.txt} what stands in the same places
 * and is no credential.
 */
class NotationsTest {
    private static final MatchOptions OPTIONS =
            new MatchOptions(Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), false);

    /** Stands for the value, which is invented when the test runs. */
    private static final String VALUE = "§";

    private final Matcher matcher = Rules.shipped().matcher(OPTIONS);

    @TestFactory
    List<DynamicTest> findsTheValue() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : rows("notations.txt")) {
            String value = Template.parse("k9${alnum:16}").render(row.text);
            tests.add(
                    DynamicTest.dynamicTest(
                            row.toString(),
                            () -> assertThat(found(row.with(value))).as(value).contains(value)));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> findsNothing() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : rows("no-notations.txt")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row.toString(), () -> assertThat(found(row)).isEmpty()));
        }
        return tests;
    }

    /** A file's path, and what stands in it. */
    private record Row(String path, String text) {
        Row with(String value) {
            return new Row(path, text.replace(VALUE, value));
        }
    }

    private static List<Row> rows(String name) throws IOException {
        try (InputStream in = NotationsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(NotationsTest::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        int bar = line.indexOf('|');
        return new Row(line.substring(0, bar), line.substring(bar + 1).replace("\\n", "\n") + "\n");
    }

    private List<String> found(Row row) throws IOException {
        List<String> values = new ArrayList<>();
        byte[] bytes = row.text.getBytes(UTF_8);
        matcher.match(
                Artifact.InMemory.of(new Address.File(row.path), bytes),
                detection -> {
                    int start = (int) detection.span().start();
                    int end = (int) detection.span().end();
                    values.add(new String(bytes, start, end - start, UTF_8));
                    detection.discard();
                });
        return values;
    }
}

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
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What tools print into the logs of builds when they are asked for a credential, are traced, or
 * fail beside one: each form is found, and what they print instead of a value is not. The forms are
 * those of {@code tool-output.txt}, one {@code == leak NAME} or {@code == silent NAME} each.
 */
class ToolOutputTest {
    private final Matcher matcher =
            Rules.shipped()
                    .matcher(
                            new MatchOptions(
                                    Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), false));

    @TestFactory
    Stream<DynamicTest> leaksAreFoundAndStandInsAreNot() throws IOException {
        String all;
        try (InputStream in = ToolOutputTest.class.getResourceAsStream("tool-output.txt")) {
            all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
        return Stream.of(all.split("(?m)^== ", -1))
                .skip(1)
                .map(text -> DynamicTest.dynamicTest(name(text), () -> look(text)));
    }

    private static String name(String section) {
        return section.substring(0, section.indexOf('\n'));
    }

    private void look(String section) throws IOException {
        String name = name(section);
        String text = Template.parse(section.substring(name.length() + 1)).render(name);
        List<String> found = new ArrayList<>();
        matcher.match(
                Artifact.InMemory.of(new Address.File("build.log"), text.getBytes(UTF_8)),
                detection -> {
                    if (detection.grade().isCredential()) {
                        found.add(detection.rule().id().text());
                    }
                    detection.discard();
                });
        if (name.startsWith("leak ")) {
            assertThat(found).as(text).isNotEmpty();
        } else {
            assertThat(found).as(text).isEmpty();
        }
    }
}

package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Confidence;
import io.hushgate.core.Limits;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.rules.sample.Template;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place lowers what is unproven by one step; it hides nothing. */
class PlaceTest {
    private static final MatchOptions OPTIONS =
            new MatchOptions(Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), false);
    private static final String PASSWORD =
            Template.parse("db_password = \"k9${alnum:18}\"").render("place");
    private static final String TOKEN = Template.parse("${github:ghp_}").render("place");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/app.py",
                "examples/app.py",
                "api.examples.json",
                "README.md",
                "docs/app.py",
                "web/node_modules/x/app.js",
                "vendor/x/app.go",
                "dist/app.min.js",
                "gen/api.pb.go",
                "package-lock.json",
                "poetry.lock"
            })
    void lowersAPasswordAndNeverATokenWithItsChecksum(String path) throws IOException {
        assertThat(confidences(path, PASSWORD)).containsExactly(Confidence.LOW);
        assertThat(confidences(path, TOKEN)).containsExactly(Confidence.HIGH);
    }

    @Test
    void leavesOtherPlacesAlone() throws IOException {
        for (String path : List.of("src/app.py", "deploy/values.yaml", "contest/app.py", ".env")) {
            assertThat(confidences(path, PASSWORD)).as(path).containsExactly(Confidence.MEDIUM);
        }
    }

    private static List<Confidence> confidences(String path, String text) throws IOException {
        List<Confidence> found = new ArrayList<>();
        Rules.shipped()
                .matcher(OPTIONS)
                .match(
                        Artifact.InMemory.of(new Address.File(path), text.getBytes(UTF_8)),
                        detection -> {
                            detection.discard();
                            found.add(detection.confidence());
                        });
        return found;
    }
}

package io.hushgate.core.grade;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real keys hold long runs of one character: zeros of a header, marks of a vendor. */
class StandInInsideTokenTest {
    private final Grader grader = new Grader(Instant.EPOCH);

    @Test
    void aProofBeatsTheLookOfAStandIn() {
        String config = "{\"auths\":{\"r\":{\"auth\":\"" + "A".repeat(40) + "\"}}}";
        assertThat(grade("{\"auths\"", config, Check.DOCKER_CONFIG))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade("{\"auths\"", config)).isEqualTo(Grade.PLACEHOLDER);
    }

    @Test
    void theKeywordIsTheVendorsAndNoStandIn() {
        String mark = "A".repeat(10);
        assertThat(grade(mark.toLowerCase(java.util.Locale.ROOT), "q7Zr" + mark + "Wk2mPx94tR"))
                .isEqualTo(Grade.FORMAT);
        assertThat(grade(mark.toLowerCase(java.util.Locale.ROOT), "A".repeat(64)))
                .isEqualTo(Grade.PLACEHOLDER);
    }

    private Grade grade(String keyword, String value, Check... checks) {
        Rule rule =
                new Rule(
                        new RuleId("sample"),
                        "Sample",
                        Severity.HIGH,
                        new Form.Token(List.of(keyword), "(?<secret>.+)", false),
                        new Evidence(List.of(checks), 0, 0, Optional.empty()),
                        Surroundings.ANY,
                        "Revoke it.",
                        List.of());
        return grader.grade(rule, Slice.of(value.getBytes(US_ASCII)));
    }
}

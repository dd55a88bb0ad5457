package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.baseline.AllowComment;
import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommentsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Location FIRST = at(1);
    private static final Location SECOND = at(2);

    private static Location at(int line) {
        return new Location(new Address.File("a.env"), Region.at(line, 1));
    }

    private static Finding finding() {
        return new Finding(
                new RuleId("shop-token"),
                "Shop token",
                Severity.HIGH,
                Confidence.HIGH,
                Grade.FORMAT,
                "shp_****",
                new Fingerprint("0".repeat(32)),
                List.of(FIRST, SECOND),
                FindingState.HEAD,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "Revoke it.",
                Optional.empty());
    }

    private static Comments comments(String onTheFirstLine, boolean count) {
        return new Comments(
                (_, place) -> place.equals(FIRST) ? onTheFirstLine : "",
                Set.of("shop-token", "other-token")::contains,
                TODAY,
                count);
    }

    @Test
    void allowsTheValueInItsLineAlone() {
        Comments comments =
                comments("hushgate:allow shop-token a sample until=2026-11-22 -->", true);
        List<Finding> told = comments.apply(finding());
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().occurrences()).containsExactly(SECOND);
        assertThat(told.getLast().occurrences()).containsExactly(FIRST);
        assertThat(told.getLast().suppression().orElseThrow().reason()).isEqualTo("a sample");
        assertThat(told.getLast().suppression().orElseThrow().expires()).contains(TODAY);
        assertThat(comments.alarms()).isEmpty();
    }

    @Test
    void aCommentForAnotherRuleAllowsNothing() {
        assertThat(comments("hushgate:allow other-token why", true).apply(finding()))
                .containsExactly(finding());
    }

    @Test
    void otherScannersNameNeitherRuleNorReason() {
        List<Finding> told = comments("gitleaks:allow", true).apply(finding());
        assertThat(told.getLast().suppression().orElseThrow().reason()).isEqualTo("gitleaks:allow");
    }

    @Test
    void saysWhatIsWrongWithAComment() {
        alarms("hushgate:allow shop-token why until=2026-11-21", "ALLOW-EXPIRED");
        alarms("hushgate:allow shop-tokn why", "ALLOW-UNKNOWN-RULE");
        alarms("hushgate:allow shop-token", "ALLOW-UNREASONED");
        alarms("hushgate:allow", "ALLOW-UNREASONED");
        alarms("hushgate:allow shop-token why until=tomorrow", "ALLOW-UNREASONED");
    }

    private static void alarms(String remark, String id) {
        Comments comments = comments(remark, true);
        assertThat(comments.apply(finding())).containsExactly(finding());
        assertThat(comments.alarms()).extracting(Violation::id).containsExactly(id);
    }

    @Test
    void aChangeUnderTestAllowsNothingItself() {
        Comments comments = comments("hushgate:allow shop-token a sample", false);
        assertThat(comments.apply(finding())).containsExactly(finding());
        assertThat(comments.alarms()).extracting(Violation::id).containsExactly("ALLOW-OWN");
    }

    @Test
    void severalRulesAreJoinedByCommas() {
        assertThat(AllowComment.parse("hushgate:allow a,b  both are samples */").rules())
                .containsExactly("a", "b");
    }
}

package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Address;
import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.recorded.Item;
import io.hushgate.report.recorded.RecordedReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedReportTest {
    @Test
    void readsBackEverythingThatWasWritten() {
        Report report = SampleReports.full();
        List<Item> items =
                report.findings().stream()
                        .<Item>map(finding -> new Item.Leak(finding, List.of("@team/a", "b@c.org")))
                        .toList();
        for (Item item : items) {
            assertThat(Item.read(item.body())).isEqualTo(item);
        }
        Item complaint = new Item.Complaint(report.violations().getFirst(), List.of());
        assertThat(Item.read(complaint.body())).isEqualTo(complaint);
        assertThat(
                        RecordedReport.read(
                                RecordedReport.write(report, Optional.empty()),
                                report.time(),
                                report.findings(),
                                report.violations()))
                .isEqualTo(report);
    }

    @Test
    void readsBackWhoReachesWhat() {
        Picture picture =
                new Picture(
                        "Who",
                        List.of(
                                new Picture.Box("a", "policy", "A \u00e9", Picture.Emphasis.START),
                                new Picture.Box("b", "path", "B", Picture.Emphasis.ALARM)),
                        List.of(new Picture.Arrow("a", "b", "reads", "because", false)));
        Report report = SampleReports.full();
        String summary = RecordedReport.write(report, Optional.of(picture));
        assertThat(RecordedReport.access(summary)).hasValue(picture);
        assertThat(RecordedReport.access(RecordedReport.write(report, Optional.empty()))).isEmpty();
    }

    @Test
    void readsBackEveryKindOfAddress() {
        List<Address> addresses =
                List.of(
                        new Address.File("a/\u0000\ud800b"),
                        new Address.StandardInput(),
                        new Address.Staged("s"),
                        new Address.InCommit("c0ffee", "p"),
                        new Address.GitObject("0b"),
                        new Address.CommitMessage("c0ffee"),
                        new Address.TagMessage("v1"),
                        new Address.InLayer("sha256:1", "etc/x"),
                        new Address.InImageConfig("sha256:2", "env"),
                        new Address.LogStep(new Address.File("l"), "build", "step 3"),
                        new Address.Inside(
                                new Address.Inside(new Address.File("a.zip"), "b.tar"), "c"));
        Finding finding = SampleReports.full().findings().getFirst();
        for (Address address : addresses) {
            Finding there =
                    finding.at(List.of(new Location(address, Region.at(2, 3))), Optional.empty());
            Item item = new Item.Leak(there, List.of());
            assertThat(item.body()).matches("[ -~]+");
            assertThat(Item.read(item.body())).isEqualTo(item);
        }
    }

    @Test
    void refusesWhatItDidNotWrite() {
        for (String text : List.of("", "{", "[]", "{}", "{\"finding\":{}}", "{\"finding\":7}")) {
            assertThatThrownBy(() -> Item.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

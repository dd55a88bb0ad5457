package io.hushgate.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.report.SampleReports;
import io.hushgate.report.history.Audit;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private static List<Indicator> of(Audit audit) {
        return Indicators.of(audit, Items.of(audit));
    }

    @Test
    void aHistoryIsMeasured() {
        assertThat(of(SampleAudits.full()))
                .extracting(Indicator::name, Indicator::value)
                .containsExactly(
                        tuple("Rotation rate", "50 %"),
                        tuple("Access violations", "0"),
                        tuple("Time to detect", "10 months"),
                        tuple("Time to contain", "20 days"),
                        tuple("Exposure surface", "3 places"));
    }

    @Test
    void aRunWithoutAPastSaysWhatItLacks() {
        assertThat(of(Audit.of(SampleReports.empty())))
                .filteredOn(one -> one.value().equals(Indicator.UNKNOWN))
                .extracting(Indicator::explanation)
                .containsExactly(
                        "Needs a second audit of the same targets.",
                        "Needs the history of commits: hushgate scan --history.",
                        "Needs a second audit of the same targets.");
    }

    @Test
    void theFirstCommitTellsHowLongSomethingIsOut() {
        assertThat(of(Audit.of(SampleReports.full())))
                .filteredOn(one -> one.name().equals("Exposed so far"))
                .extracting(Indicator::value)
                .containsExactly("2 years");
    }
}

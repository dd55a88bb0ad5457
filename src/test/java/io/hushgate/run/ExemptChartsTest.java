package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Limits;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.estate.fact.ChartFact.Chart;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExemptChartsTest {
    private static final List<Fact> CHARTS = List.of(chart("vendored-db"), chart("web"));

    @Test
    void whatLiesInAnExemptChartIsLeftOutAndNamed() {
        Notes notes = new Notes(List.of(), Limits.DEFAULT, new Progress());
        Policies.Judgement judgement =
                new Policies.Judgement(
                        List.of(
                                at("charts/vendored-db/templates/a.yaml"),
                                at("charts/web/values.yaml")),
                        Map.of());

        Policies.Judgement spared =
                new ExemptCharts(List.of("vendored-*"), CHARTS).spared(judgement, notes);

        assertThat(spared.violations())
                .extracting(violation -> violation.location().address().text())
                .containsExactly("charts/web/values.yaml");
        assertThat(notes.coverage().skipped())
                .singleElement()
                .satisfies(skip -> {
                    assertThat(skip.address()).isEqualTo("charts/vendored-db/");
                    assertThat(skip.reason().isIncomplete()).isFalse();
                });
    }

    @Test
    void withoutAGlobNothingIsExempt() {
        Policies.Judgement judgement =
                new Policies.Judgement(List.of(at("charts/web/values.yaml")), Map.of());
        Notes notes = new Notes(List.of(), Limits.DEFAULT, new Progress());
        assertThat(new ExemptCharts(List.of(), CHARTS).spared(judgement, notes))
                .isSameAs(judgement);
    }

    private static Chart chart(String name) {
        return new Chart(
                name,
                "1.0.0",
                List.of(),
                new Provenance(
                        "charts/" + name + "/Chart.yaml",
                        1,
                        1,
                        io.hushgate.estate.fact.Confidence.HIGH));
    }

    private static Violation at(String file) {
        return new Violation(
                "X",
                "x",
                Severity.LOW,
                Confidence.LOW,
                "x",
                new Location(new Address.File(file), Region.at(1, 1)),
                List.of(),
                "",
                List.of(),
                Optional.empty());
    }
}

package io.hushgate.rego.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    private static final String MODULE =
            """
            package app

            allow if {
            	input.user == "ann"
            	input.level > 3
            }

            deny contains "late" if {
            	input.hour > 20
            }

            test_allow if {
            	wanted := 2
            	count(input.groups) == wanted
            }
            """;

    private final Program program =
            Rego.create().withModule("app.rego", MODULE).compile().watchable();

    @Test
    void countsTheLinesThatWereReached() {
        Coverage coverage = new Coverage();
        Value input = JsonReader.standard().read("{\"user\": \"bob\", \"hour\": 22}");
        assertThat(program.evaluate(input, coverage).value("data.app.allow")).isNull();
        assertThat(program.evaluate(input, coverage).value("data.app.deny"))
                .hasToString("{\"late\"}");

        Coverage.FileReport report = coverage.report(program.compiled().modules()).get("app.rego");
        assertThat(report).isNotNull();
        assertThat(report.covered())
                .containsExactly(new Coverage.Range(4, 4), new Coverage.Range(8, 9));
        assertThat(report.notCovered())
                .containsExactly(
                        new Coverage.Range(3, 3),
                        new Coverage.Range(5, 5),
                        new Coverage.Range(12, 14));
        assertThat(report.coveredLines()).isEqualTo(3);
        assertThat(report.notCoveredLines()).isEqualTo(5);
    }
}

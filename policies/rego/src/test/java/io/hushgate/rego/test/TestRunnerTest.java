package io.hushgate.rego.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.watch.Coverage;
import org.junit.jupiter.api.Test;

class TestRunnerTest {
    private static final String POLICY =
            """
            package app

            default level := "none"

            level := "high" if input.risk > 7

            add(x, y) := x + y

            sign(x) := "plus" if {
            	x > 0
            } else := "minus" if x < 0
            """;

    @Test
    void tellsPassFromFailFromErrorFromSkipped() {
        TestReport report =
                run(
                        """
                        package app_test

                        import data.app

                        test_ok if app.level == "none"

                        test_high if app.level == "high" with input.risk as 8

                        test_wrong if app.add(1, 2) == 4

                        test_undefined if input.nothing

                        test_conflict if data.app_test.twice == 1

                        twice := 1

                        twice := 2

                        todo_test_later if false
                        """);
        assertThat(report.results())
                .extracting(TestResult::name, TestResult::outcome)
                .containsExactly(
                        tuple("test_ok", Outcome.PASS),
                        tuple("test_high", Outcome.PASS),
                        tuple("test_wrong", Outcome.FAIL),
                        tuple("test_undefined", Outcome.FAIL),
                        tuple("test_conflict", Outcome.ERROR),
                        tuple("todo_test_later", Outcome.SKIPPED));
        assertThat(report.passed()).isFalse();
    }

    @Test
    void saysWhyATestFails() {
        TestReport report =
                run(
                        """
                        package app_test

                        test_sum if {
                        	x := {"b": 1}
                        	data.app.add(x.b, 1) == 3
                        }
                        """);
        assertThat(TestText.of(report, false))
                .isEqualTo(
                        """
                        app_test.rego:3:
                        data.app_test.test_sum: FAIL (1µs)
                          app_test.rego:5: data.app.add(x.b, 1) == 3
                            data.app.add(x.b, 1) is 2
                            x.b is 1
                        --------------------------------------------------------------------------------
                        FAIL: 1/1
                        """);
    }

    @Test
    void reportsEachCase() {
        TestReport report =
                run(
                        """
                        package app_test

                        test_sum[tc.note] if {
                        	some tc in [
                        		{"note": "one and one", "a": 1, "sum": 2},
                        		{"note": "two and one", "a": 2, "sum": 4},
                        	]
                        	data.app.add(tc.a, 1) == tc.sum
                        }
                        """);
        assertThat(report.count(Outcome.PASS)).isOne();
        assertThat(report.count(Outcome.FAIL)).isOne();
        assertThat(TestJson.of(report))
                .isEqualTo(
                        """
                        [
                          {
                            "duration": 1000,
                            "fail": true,
                            "location": {
                              "col": 1,
                              "file": "app_test.rego",
                              "row": 3
                            },
                            "name": "test_sum",
                            "package": "data.app_test",
                            "sub_results": {
                              "one and one": {
                                "name": "one and one"
                              },
                              "two and one": {
                                "fail": true,
                                "name": "two and one"
                              }
                            }
                          }
                        ]
                        """);
        assertThat(report.results().getFirst().cases().getLast().note())
                .hasValueSatisfying(note ->
                        assertThat(note.location().text())
                                .isEqualTo("data.app.add(tc.a, 1) == tc.sum"));
    }

    @Test
    void runsTestsOfOneNameSeparately() {
        TestReport report =
                run("package app_test\n\ntest_x if true\n\ntest_x if false\n\ntest_x if 1 == 1\n");
        assertThat(report.results())
                .extracting(TestResult::name)
                .containsExactly("test_x", "test_x#01", "test_x#02");
        assertThat(report.count(Outcome.FAIL)).isOne();
    }

    @Test
    void runsOnlyWhatIsAskedFor() {
        Rego rego = rego("package app_test\n\ntest_a if true\n\ntest_b if false\n");
        assertThat(TestRunner.of(rego).withFilter("test_a$").run().results()).hasSize(1);
    }

    @Test
    void keepsWhatIsPrinted() {
        TestReport report = run("package app_test\n\ntest_a if print(\"x is\", 1)\n");
        assertThat(report.results().getFirst().output()).containsExactly("x is 1");
        assertThat(TestJson.of(report)).contains("\"output\": \"eCBpcyAxCg==\"");
    }

    @Test
    void countsLinesAsOpaDoes() {
        TestReport report =
                TestRunner.of(
                                rego(
                                        """
                                        package app_test

                                        test_minus if data.app.sign(-1) == "minus"

                                        test_sum if data.app.add(1, 1) == 2
                                        """))
                        .withCoverage()
                        .run();
        CoverageReport coverage = report.coverage().orElseThrow();
        assertThat(coverage.files().get("app.rego").notCovered())
                .as("default and unused level, the branch that did not hold")
                .extracting(Coverage.Range::start)
                .containsExactly(3, 5, 9);
        assertThat(coverage.toTable())
                .isEqualTo(
                        """
                        app.rego           3 / 6       50.0 %  3, 5, 9
                        app_test.rego      2 / 2      100.0 %
                        total              5 / 8       62.5 %
                        """);
        assertThat(coverage.toJson()).contains("\"coverage\": 62.5,", "\"covered_lines\": 5,");
    }

    @Test
    void refusesModulesThatDoNotCompile() {
        Rego rego = rego("package app_test\n\ntest_a if x\n");
        assertThatThrownBy(() -> TestRunner.of(rego).run())
                .isInstanceOf(RegoException.class)
                .hasMessageContaining("rego_unsafe_var_error");
    }

    private static TestReport run(String tests) {
        long[] now = {0};
        return TestRunner.of(rego(tests)).withClock(() -> now[0] += 1000).run();
    }

    private static Rego rego(String tests) {
        return Rego.create().withModule("app.rego", POLICY).withModule("app_test.rego", tests);
    }
}

package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.eval.EvalLimits;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/**
 * Comprehensions that are evaluated once for all values of outer variables. A program that is
 * watched evaluates each as it is written: that is what the other one is compared with.
 */
final class GroupingTest {
    private static final String MODULE =
            """
            package g

            names contains row.name if some row in input.rows

            arrays[name] := xs if {
                some name in names
                xs := [row.value | some row in input.rows; row.name == name]
            }

            sets[name] := xs if {
                some name in names
                xs := {row.value | some row in input.rows; name == row.name; row.value > 1}
            }

            objects[name] := xs if {
                some name in names
                xs := {row.key: row.value | some row in input.rows; row.name == name}
            }

            unique[name] := xs if {
                some name in names
                xs := {i: row.value | some i, row in input.rows; row.name == name}
            }

            two[[name, key]] := xs if {
                some name in names
                some row in input.rows
                key := row.key
                xs := [r.value | some r in input.rows; r.name == name; r.key = key]
            }

            none[name] := n if {
                some name in names
                n := count([row | some row in input.rows; row.value != 0])
            }

            outputs[name] := xs if {
                some name in names
                xs := [row.value | some row in input.rows; upper(row.name) == upper(name)]
            }

            computed[name] := xs if {
                some name in names
                xs := [row.value | some row in input.rows; concat("", [row.name, ""]) == name]
            }

            patterns[name] := xs if {
                some name in names
                xs := [x | [name, x] = [[row.name, row.value] | some row in input.rows][_]]
            }

            negated[name] := xs if {
                some name in names
                xs := [row.key | some row in input.rows; row.name == name; not row.value == 1]
            }

            inner[name] := xs if {
                some name in names
                xs := [ys |
                    some row in input.rows
                    row.name == name
                    ys := [r.value | some r in input.rows; r.key == row.key]
                ]
            }

            called[name] := f(name) if some name in names

            f(name) := {row.value | some row in input.rows; row.name == name}

            failing[name] := xs if {
                some name in names
                xs := [s | some row in input.rows; s := strict(row.value); row.name == name]
            }

            strict(1) := 1

            strict(x) := 2 if x < 3

            whole contains xs if {
                some name in names
                xs := [row | some row in input.rows; row.name == name] with input.rows as input.more
            }
            """;

    private static final List<String> RULES =
            List.of(
                    "arrays",
                    "sets",
                    "objects",
                    "unique",
                    "two",
                    "none",
                    "outputs",
                    "computed",
                    "patterns",
                    "negated",
                    "inner",
                    "called",
                    "failing",
                    "whole");

    @Test
    void agreesWithEvaluatingOneByOne() {
        Program grouped = Rego.create().withModule("g.rego", MODULE).compile();
        Program written = grouped.watchable();
        qt().withExamples(300)
                .forAll(rows(), rows())
                .checkAssert((rows, more) -> {
                    Value input = RegoObject.builder().put("rows", rows).put("more", more).build();
                    for (String rule : RULES) {
                        assertThat(outcome(grouped, input, rule))
                                .as("%s of %s", rule, input)
                                .isEqualTo(outcome(written, input, rule));
                    }
                });
    }

    @Test
    void takesLinearTime() {
        String module =
                """
                package g
                sizes[name] := count(xs) if {
                    some name in input.names
                    xs := [row | some row in input.rows; row.name == name]
                }
                """;
        int size = 2_000;
        List<Value> names = new ArrayList<>();
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(RegoString.of("n" + i));
            rows.add(RegoObject.of(RegoString.of("name"), names.get(i)));
        }
        Value input =
                RegoObject.builder()
                        .put("names", RegoArray.of(names))
                        .put("rows", RegoArray.of(rows))
                        .build();
        EvalLimits all = EvalLimits.DEFAULT;
        EvalLimits linear = new EvalLimits(20L * size, all.time(), all.bytes(), all.depth());
        Program program =
                Rego.create()
                        .withModule("g.rego", module)
                        .withSettings(Settings.standard().withLimits(linear))
                        .compile();
        assertThat(program.evaluate(input).value("data.g.sizes"))
                .isInstanceOfSatisfying(
                        RegoObject.class, sizes -> assertThat(sizes.size()).isEqualTo(size));
        assertThat(outcome(program.watchable(), input, "sizes"))
                .as("as written it takes a step for each pair")
                .isEqualTo("eval_cancel_error");
    }

    @Test
    void printsAsOftenAsIsWritten() {
        List<String> lines = new ArrayList<>();
        String module =
                """
                package g
                xs[name] := ys if {
                    some name in ["a", "b", "c", "d", "e"]
                    ys := [row | some row in input.rows; row == name; print(row)]
                }
                """;
        Rego rego =
                Rego.create()
                        .withSettings(Settings.standard().withPrint((line, _) -> lines.add(line)));
        Program program =
                rego.withOptions(rego.options().withPrint(true))
                        .withModule("g.rego", module)
                        .compile();
        Value input = JsonReader.standard().read("{\"rows\": [\"e\", \"x\", \"a\"]}");
        assertThat(program.evaluate(input).value("data.g.xs")).isNotNull();
        assertThat(lines).containsExactly("a", "e");
    }

    /** The value as text, or the code of the error. */
    private static String outcome(Program program, Value input, String rule) {
        try {
            return String.valueOf(program.evaluate(input).value("data.g." + rule));
        } catch (RegoException e) {
            return e.errors().getFirst().code().id();
        }
    }

    private static Gen<Value> rows() {
        Gen<Value> row =
                integers()
                        .between(0, 6)
                        .zip(
                                integers().between(0, 2),
                                integers().between(0, 5),
                                (name, key, value) ->
                                        RegoObject.builder()
                                                .put("name", RegoString.of("n" + name))
                                                .put("key", RegoString.of("k" + key))
                                                .put("value", RegoNumber.of(value))
                                                .build());
        return lists().of(row).ofSizeBetween(0, 14).map(items -> (Value) RegoArray.of(items));
    }
}

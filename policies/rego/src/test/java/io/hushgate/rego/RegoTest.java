package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.compile.CompileOptions;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegoTest {
    @Test
    void decidesInFiveLines() {
        Program program =
                Rego.create()
                        .withModule("app.rego", "package app\n\nallow if input.user == \"ann\"")
                        .compile();
        Evaluation evaluation = program.evaluate(json("{\"user\": \"ann\"}"));
        Value allow = evaluation.value("data.app.allow");
        assertThat(allow).isEqualTo(RegoBoolean.TRUE);
    }

    @Test
    void whatNoRuleDefinesIsUndefined() {
        Program program = compiled("package app\n\nallow if input.ok");
        assertThat(program.evaluate(null).value("data.app.allow")).isNull();
        assertThat(program.evaluate(null).value("data.nothing.here")).isNull();
    }

    @Test
    void mergesBaseDataWithRules() {
        Program program =
                Rego.create()
                        .withModule("app.rego", "package app\n\nn := count(data.app.list)")
                        .withData((RegoObject) json("{\"app\": {\"list\": [1, 2]}}"))
                        .compile();
        assertThat(program.evaluate(null).value("data.app"))
                .isEqualTo(json("{\"list\": [1, 2], \"n\": 2}"));
    }

    @Test
    void refusesRulesWhereDataHaveAValue() {
        Rego rego =
                Rego.create()
                        .withModule(
                                "a.rego",
                                "package a.b\n\np contains 1\nq[x].r := 1 if some x in [1]\nf(x) := x\ng := 1");
        RegoObject data = (RegoObject) json("{\"a\": {\"b\": {\"p\": {}, \"q\": 2, \"f\": 3}}}");
        assertThatThrownBy(() -> rego.withData(data).compile())
                .isInstanceOfSatisfying(
                        RegoException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting(RegoError::toString)
                                        .containsExactly(
                                                "a.rego:3: rego_compile_error: conflicting rule for"
                                                        + " data path a/b/p found",
                                                "a.rego:4: rego_compile_error: conflicting rule for"
                                                        + " data path a/b/q found",
                                                "a.rego:5: rego_compile_error: conflicting rule for"
                                                        + " data path a/b/f found"));
        assertThatThrownBy(() -> rego.withData((RegoObject) json("{\"a\": 1}")).compile())
                .hasMessageContaining("conflicting rule for data path a/b/p found");
        assertThat(rego.withData((RegoObject) json("{\"a\": {\"c\": 1}}")).compile()).isNotNull();
    }

    @Test
    void answersQueriesWithBindingsAndValues() {
        Program program = compiled("package app\n\nnames contains name if some name in input");
        Query query = program.query("data.app.names[x]; y := upper(x)");
        List<Query.Answer> answers = query.answers(json("[\"b\", \"a\"]"));
        assertThat(answers.stream().map(Query.Answer::bindings))
                .containsExactly(
                        (RegoObject) json("{\"x\": \"a\", \"y\": \"A\"}"),
                        (RegoObject) json("{\"x\": \"b\", \"y\": \"B\"}"));
        Value values = program.query("1 + 2").answers(null).getFirst().expressions();
        assertThat(values).isEqualTo(json("[3]"));
    }

    @Test
    void conflictsAreFatalAndSayWhere() {
        Program program = compiled("package app\n\np := 1\n\np := 2");
        assertThatThrownBy(() -> program.evaluate(null).value("data.app.p"))
                .isInstanceOf(RegoException.class)
                .hasMessage(
                        "app.rego:5: eval_conflict_error:"
                                + " complete rules must not produce multiple outputs");
    }

    @Test
    void failingBuiltinsAreUndefinedUnlessStrict() {
        Program program = compiled("package app\n\np := 1 / input.zero");
        Value input = json("{\"zero\": 0}");
        assertThat(program.evaluate(input).value("data.app.p")).isNull();
        Program strict = program.withSettings(Settings.standard().withStrictBuiltinErrors(true));
        assertThatThrownBy(() -> strict.evaluate(input).value("data.app.p"))
                .hasMessageContaining("eval_builtin_error: div: divide by zero");
    }

    @Test
    void takesItsTimeFromTheClock() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        Program program =
                compiled("package app\n\nnow := time.now_ns()")
                        .withSettings(
                                Settings.standard().withClock(Clock.fixed(noon, ZoneOffset.UTC)));
        assertThat(program.evaluate(null).value("data.app.now"))
                .isEqualTo(json(noon.getEpochSecond() + "000000000"));
    }

    @Test
    void programsAreSharedBetweenThreads() {
        Program program =
                compiled(
                        "package app\n\nsum := count({z | some x in input; some y in input; z := x * y})");
        Value input = json("[1, 2, 3, 4, 5, 6, 7, 8, 9]");
        assertThat(
                        IntStream.range(0, 200)
                                .parallel()
                                .mapToObj(_ -> program.evaluate(input).value("data.app.sum"))
                                .distinct())
                .containsExactly(json("36"));
    }

    @Test
    void keysThatAreKnownAsAWholeAfterTheBodyAreComparedLate() {
        Program program =
                compiled(
                        """
                        package app

                        pairs contains {x, y} if {
                        	some x in input
                        	some y in input
                        	x < y
                        }

                        known if pairs[{1, 3}]

                        unknown if pairs[{1, 4}]
                        """);
        Evaluation evaluation = program.evaluate(json("[1, 2, 3]"));
        assertThat(evaluation.value("data.app.known")).isEqualTo(RegoBoolean.TRUE);
        assertThat(evaluation.value("data.app.unknown")).isNull();
    }

    @Test
    void aFunctionWithoutParametersIsARuleThatCanBeCalled() {
        Program program =
                Rego.create()
                        .withVersion(RegoVersion.V0)
                        .withModule(
                                "app.rego",
                                """
                                package app

                                allowed() = "nobody" { not input.allowed }
                                allowed() = input.allowed

                                message = sprintf("only %v", [allowed()])
                                ann { allowed() == "ann" }
                                """)
                        .compile();
        assertThat(program.evaluate(json("{}")).value("data.app.message"))
                .isEqualTo(RegoString.of("only nobody"));
        assertThat(program.evaluate(json("{}")).value("data.app.ann")).isNull();
        assertThat(program.evaluate(json("{\"allowed\": \"ann\"}")).value("data.app.ann"))
                .isEqualTo(RegoBoolean.TRUE);
    }

    @Test
    void anotherBaseDocumentNeedsNoOtherProgram() {
        Program program = compiled("package app\n\nname := data.file.name\n");
        RegoObject data = (RegoObject) json("{\"file\": {\"name\": \"a.yaml\"}}");
        assertThat(program.evaluate(null).value("data.app.name")).isNull();
        assertThat(program.withData(data).evaluate(null).value("data.app.name"))
                .isEqualTo(RegoString.of("a.yaml"));
        RegoObject same = (RegoObject) json("{\"app\": {\"name\": \"b\"}}");
        assertThatThrownBy(() -> program.withData(same))
                .hasMessageContaining("conflicting rule for data path app/name found");
        assertThat(program.withOverlappingData(same).evaluate(null).value("data.app"))
                .isEqualTo(json("{\"name\": \"b\"}"));
    }

    @Test
    void looksAtTheDefinitionsOfAFunctionThatTheArgumentsAllow() {
        List<String> tried = new ArrayList<>();
        Program program =
                Rego.create()
                        .withOptions(CompileOptions.DEFAULT.withPrint(true))
                        .withSettings(Settings.standard().withPrint((line, _) -> tried.add(line)))
                        .withModule(
                                "app.rego",
                                """
                                package app

                                port("http") := n if { print("http"); n := 80 }

                                port("https") := n if { print("https"); n := 443 }

                                port(name) := n if { print("ssh"); name == "ssh"; n := 22 }

                                port(other) := n if { print("other"); is_number(other); n := other }

                                ports := [port("https"), port("ssh"), port(8080)]

                                kind(x) := "a" if { print("pod"); x.kind == "Pod" }

                                kind(x) := "b" if { print("jobs"); x.kind in {"Job", "CronJob"} }

                                kinds := [kind({"kind": "Job"}), kind({"kind": "Pod"})]
                                """)
                        .compile();
        Evaluation evaluation = program.evaluate(null);
        assertThat(evaluation.value("data.app.ports")).isEqualTo(json("[443, 22, 8080]"));
        assertThat(tried).containsExactly("https", "other", "ssh", "other", "other");
        tried.clear();
        assertThat(evaluation.value("data.app.kinds")).isEqualTo(json("[\"b\", \"a\"]"));
        assertThat(tried).containsExactly("jobs", "pod");
    }

    private static Program compiled(String module) {
        return Rego.create().withModule("app.rego", module).compile();
    }

    private static Value json(String text) {
        return JsonReader.standard().read(text);
    }
}

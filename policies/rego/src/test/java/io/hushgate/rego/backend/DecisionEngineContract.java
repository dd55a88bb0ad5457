package io.hushgate.rego.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIterable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same policies and data, the same questions, the same answers: whoever gives them. */
public abstract class DecisionEngineContract {
    /** What an engine knows in these tests. */
    protected static final String POLICY =
            """
            package app

            default allow := false

            allow if input.user in data.members[input.team]

            admitted if allow

            reasons contains reason if {
                some reason in input.reasons
            }

            by_team[team] := names if {
                some team, members in data.members
                names := {upper(member) | some member in members}
            }

            has_input if input

            echo := input.value

            keyed := {{1, 2}: "set", 3: "number", "s": "string"}

            quotient := 10 / input.divisor

            level := 1 if input.low

            level := 2 if input.high

            total := sum(input.numbers) if {
                every n in input.numbers { n > 0 }
            }
            """;

    /** The root of {@code data}. */
    protected static final RegoObject DATA =
            (RegoObject) json("{\"members\": {\"red\": [\"ann\", \"bob\"], \"blue\": [\"eve\"]}}");

    /** What the tests ask for: what an engine that must know beforehand is to be told. */
    protected static final List<String> DOCUMENTS =
            List.of(
                    "app",
                    "app/allow",
                    "app/admitted",
                    "app/reasons",
                    "app/by_team",
                    "app/has_input",
                    "app/echo",
                    "app/keyed",
                    "app/quotient",
                    "app/level",
                    "app/total");

    /** An engine over {@link #POLICY} and {@link #DATA}; it is not closed by the tests. */
    protected abstract DecisionEngine engine();

    protected static Value json(String text) {
        return JsonReader.standard().read(text);
    }

    private Optional<Value> decide(String document, @Nullable String input) {
        return engine().decide(document, input == null ? null : json(input));
    }

    @Test
    void judgesInputByData() {
        assertThat(decide("data.app.allow", "{\"user\": \"ann\", \"team\": \"red\"}"))
                .contains(RegoBoolean.TRUE);
        assertThat(decide("data.app.allow", "{\"user\": \"ann\", \"team\": \"blue\"}"))
                .contains(RegoBoolean.FALSE);
    }

    @Test
    void tellsUndefinedFromFalse() {
        assertThat(decide("data.app.admitted", "{\"user\": \"eve\", \"team\": \"red\"}")).isEmpty();
        assertThat(decide("data.app.allow", "{}")).contains(RegoBoolean.FALSE);
    }

    @Test
    void givesSetsAsArraysInSomeOrder() {
        Value reasons =
                decide("data.app.reasons", "{\"reasons\": [\"b\", \"a\", \"b\", 3, null]}")
                        .orElseThrow();
        assertThatIterable((RegoArray) reasons)
                .containsExactlyInAnyOrder(json("null"), json("3"), json("\"a\""), json("\"b\""));
        assertThat(decide("data.app.reasons", "{}")).contains(json("[]"));
    }

    @Test
    void givesNestedCollections() {
        RegoObject teams = (RegoObject) decide("data.app.by_team", "{}").orElseThrow();
        assertThat(teams.size()).isEqualTo(2);
        assertThat(teams.get("blue")).isEqualTo(json("[\"EVE\"]"));
        assertThatIterable((RegoArray) teams.get("red"))
                .containsExactlyInAnyOrder(json("\"ANN\""), json("\"BOB\""));
    }

    @Test
    void givesKeysAsStrings() {
        assertThat(decide("data.app.keyed", "{}"))
                .contains(json("{\"[1,2]\": \"set\", \"3\": \"number\", \"s\": \"string\"}"));
    }

    @Test
    void tellsNoInputFromAnyInput() {
        assertThat(decide("data.app.has_input", null)).isEmpty();
        assertThat(decide("data.app.has_input", "{}")).contains(RegoBoolean.TRUE);
        assertThat(decide("data.app.has_input", "false")).isEmpty();
    }

    @Test
    void carriesEveryKindOfValue() {
        for (String value :
                List.of(
                        "null",
                        "true",
                        "0",
                        "-17",
                        "2.5",
                        "9007199254740993",
                        "\"\"",
                        "\"line\\nquote\\\" slash\\\\ nul\\u0001 ümläut \\ud83d\\ude00 </script>\"",
                        "[]",
                        "{}",
                        "[[1, [2, {\"a\": [null]}]]]")) {
            assertThat(decide("data.app.echo", "{\"value\": " + value + "}"))
                    .as(value)
                    .contains(json(value));
        }
    }

    @Test
    void failingBuiltinsAreUndefined() {
        assertThat(decide("data.app.quotient", "{\"divisor\": 0}")).isEmpty();
        assertThat(decide("data.app.quotient", "{\"divisor\": 4}")).contains(json("2.5"));
    }

    @Test
    void contradictionsAreProblemsNotAnswers() {
        DecisionEngine engine = engine();
        Value both = json("{\"low\": true, \"high\": true}");
        assertThatThrownBy(() -> engine.decide("data.app.level", both))
                .isInstanceOf(DecisionProblem.class)
                .hasMessageContaining("app");
        assertThat(engine.decide("data.app.level", json("{\"low\": true}"))).contains(json("1"));
        assertThat(engine.decide("data.app.level", json("{\"high\": true}"))).contains(json("2"));
    }

    @Test
    void givesWholePackages() {
        Value app = decide("data.app", "{\"numbers\": [1, 2, 3]}").orElseThrow();
        assertThat(((RegoObject) app).get("total")).isEqualTo(json("6"));
        assertThat(((RegoObject) app).get("allow")).isEqualTo(RegoBoolean.FALSE);
        assertThat(((RegoObject) app).get("level")).isNull();
    }

    @Test
    void answersBigQuestions() {
        String numbers =
                IntStream.rangeClosed(1, 20_000)
                        .mapToObj(Integer::toString)
                        .reduce(
                                new StringBuilder("0.5"),
                                (all, n) -> all.append(',').append(n),
                                StringBuilder::append)
                        .toString();
        assertThat(decide("data.app.total", "{\"numbers\": [" + numbers + "]}"))
                .contains(json("200010000.5"));
        assertThat(decide("data.app.total", "{\"numbers\": [1]}")).contains(json("1"));
    }

    @Test
    void threadsGetTheirOwnAnswers() {
        DecisionEngine engine = engine();
        List<Value> questions =
                IntStream.range(0, 64).mapToObj(i -> json("{\"value\": " + i + "}")).toList();
        assertThat(
                        questions.parallelStream()
                                .map(input -> engine.decide("data.app.echo", input).orElseThrow())
                                .toList())
                .containsExactlyElementsOf(
                        IntStream.range(0, 64).mapToObj(i -> json(Integer.toString(i))).toList());
    }

    @Test
    void refusesNamesThatAreNoDocuments() {
        DecisionEngine engine = engine();
        assertThatThrownBy(() -> engine.decide("input.user", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins with data");
    }
}

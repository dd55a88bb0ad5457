package io.hushgate.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsWhatItWrites() {
        qt().forAll(SomeValues.json())
                .checkAssert(value -> {
                    String text = JsonWriter.COMPACT.write(value);
                    Value again = JsonReader.standard().read(text);
                    assertThat(again).isEqualTo(value);
                    assertThat(JsonWriter.COMPACT.write(again)).isEqualTo(text);
                    assertThat(JsonReader.standard().read(JsonWriter.PRETTY.write(value)))
                            .isEqualTo(value);
                });
    }

    @Test
    void readsYamlThatItWrites() {
        qt().withExamples(200)
                .forAll(SomeValues.json())
                .checkAssert(value ->
                        assertThat(YamlReader.read(YamlWriter.write(value)))
                                .as(YamlWriter.write(value))
                                .isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0085",
                "a\u2028b",
                "\u2029",
                "\uFEFF",
                "\uFEFF\n",
                "\u0085\n",
                "\n",
                " \n"
            })
    void keepsLineEndsAndMarksInYaml(String text) {
        Value key = RegoString.of(text);
        Value value = RegoObject.builder().put(key, RegoArray.of(List.of(key))).build();
        assertThat(YamlReader.read(YamlWriter.write(value))).isEqualTo(value);
    }

    @Test
    void keepsTheSpellingOfNumbers() {
        String text = "[1,1.0,1e3,-0,100000000000000000000,0.10]";
        assertThat(JsonWriter.COMPACT.write(JsonReader.standard().read(text))).isEqualTo(text);
    }

    @Test
    void sortsKeysAndSets() {
        RegoObject object =
                RegoObject.builder()
                        .put("b", RegoSet.of(RegoNumber.of(2), RegoNumber.of(1)))
                        .put("a", RegoNull.NULL)
                        .put(RegoNumber.of(7), RegoBoolean.TRUE)
                        .build();
        assertThat(JsonWriter.COMPACT.write(object))
                .isEqualTo("{\"7\":true,\"a\":null,\"b\":[1,2]}");
    }

    @Test
    void indents() {
        Value value = JsonReader.standard().read("{\"a\":[1,{}],\"b\":[]}");
        assertThat(JsonWriter.PRETTY.write(value))
                .isEqualTo(
                        """
                        {
                          "a": [
                            1,
                            {}
                          ],
                          "b": []
                        }\
                        """);
    }

    @Test
    void letsTheLastDuplicateWin() {
        assertThat(JsonReader.standard().read("{\"a\":1,\"a\":2}")).hasToString("{\"a\": 2}");
    }

    @Test
    void makesHalvesOfPairsWellFormed() {
        assertThat(JsonReader.standard().read("\"\\ud83d\"")).hasToString("\"\uFFFD\"");
    }

    @Test
    void tellsWhereTextIsMalformed() {
        assertThatThrownBy(() -> JsonReader.standard().read("[1,\n 2,,]"))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith("2:");
        assertThatThrownBy(() -> JsonReader.standard().read("1 2")).hasMessageContaining("follows");
        assertThatThrownBy(() -> JsonReader.standard().read("")).hasMessageContaining("empty");
    }

    @Test
    void boundsDepthAndExponents() {
        assertThatThrownBy(() -> JsonReader.standard().read("[".repeat(100_000)))
                .isInstanceOf(JsonProblem.class);
        assertThatThrownBy(() -> JsonReader.standard().read("1e999999999"))
                .hasMessageContaining("exponent");
    }

    @Test
    void takesYamlForWhatGoTakesIt() {
        assertThat(
                        YamlReader.read(
                                """
                                on: yes
                                octal: 010
                                date: 2024-01-02
                                text: !!str 12
                                quoted: "true"
                                base: &b {x: 1}
                                more: {<<: *b, w: 2}
                                """))
                .hasToString(
                        "{\"base\": {\"x\": 1}, \"date\": \"2024-01-02\", \"more\": {\"w\": 2, \"x\": 1}, "
                                + "\"octal\": 8, \"quoted\": \"true\", \"text\": \"12\", \"true\": true}");
    }

    @Test
    void sharesAliasesInsteadOfCopyingThem() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(((RegoObject) YamlReader.read(bomb.toString())).size()).isEqualTo(60);
    }
}

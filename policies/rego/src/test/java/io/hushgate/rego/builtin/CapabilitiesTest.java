package io.hushgate.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.type.TypeJson;
import io.hushgate.rego.type.TypeText;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    @Test
    void surviveWritingAndReading() {
        String json = JsonWriter.PRETTY.write(Capabilities.all().write());
        Capabilities again = Capabilities.read(JsonReader.standard().read(json));
        assertThat(again.builtins().all()).isEqualTo(Builtins.standard().all());
        assertThat(JsonWriter.PRETTY.write(again.write())).isEqualTo(json);
    }

    @Test
    void keepFunctionsThatThisEngineDoesNotHave() {
        Capabilities read =
                Capabilities.read(
                        JsonReader.standard()
                                .read(
                                        """
                                        {"builtins": [{"name": "our.own", "decl": {"type": "function",
                                        "args": [{"type": "string"}], "result": {"type": "boolean"}}}]}
                                        """));
        Builtin own = Objects.requireNonNull(read.builtins().find("our.own"));
        assertThat(own.declaration()).hasToString("(string) => boolean");
        assertThat(read.builtins().find("count")).isNull();
    }

    @Test
    void nameTheFunctionWhoseTypeIsWrong() {
        assertThatThrownBy(() ->
                        Capabilities.read(
                                JsonReader.standard().read("{\"builtins\": [{\"name\": \"f\"}]}")))
                .hasMessageStartingWith("f: ");
    }

    @Test
    void printTypesThatCanBeReadAgain() {
        for (Builtin builtin : Builtins.standard().all()) {
            String text = builtin.declaration().toString();
            assertThat(TypeText.function(text)).isEqualTo(builtin.declaration());
            assertThat(TypeJson.readFunction(TypeJson.write(builtin.declaration())))
                    .isEqualTo(builtin.declaration());
        }
    }
}

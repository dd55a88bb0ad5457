package io.hushgate.rego.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.Rego;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code rego.parse_module} against what {@code opa parse --format json} of 1.4.2 has printed. */
final class ParseModuleTest {
    @Test
    void showsTheTreeAsOpaDoes() throws IOException {
        Value expected = JsonReader.standard().read(resource("parse-module.json"));
        Value tree = parsed(resource("parse-module.rego"));
        assertThat(JsonWriter.PRETTY.write(Objects.requireNonNull(tree)))
                .isEqualTo(JsonWriter.PRETTY.write(expected));
    }

    @Test
    void isUndefinedForWhatIsNoModule() {
        assertThat(parsed("package foo.")).isNull();
        assertThat(parsed("p := 1")).isNull();
    }

    @Test
    void showsTemplates() {
        assertThat(String.valueOf(parsed("package a\n\np := $\"a{input.b}c\"")))
                .contains("templatestring", "multi_line");
    }

    private static @Nullable Value parsed(String text) {
        return Rego.create()
                .withModule("a.rego", "package a\n\np := rego.parse_module(\"pm.rego\", input)")
                .compile()
                .evaluate(RegoString.of(text))
                .value("data.a.p");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ParseModuleTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

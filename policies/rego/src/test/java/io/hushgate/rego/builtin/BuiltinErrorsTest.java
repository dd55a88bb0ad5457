package io.hushgate.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    count | 1     | TYPE | count: operand 1 must be one of {array, object, set, string} but got number
                    sum   | ["a"] | TYPE | sum: operand 1 must be array of numbers but got array containing string
                    lower | 1     | TYPE | lower: operand 1 must be string but got number
                    to_number | "x" | BUILTIN | to_number: strconv.ParseFloat: parsing "x": invalid syntax
                    json.unmarshal | "{" | BUILTIN | json.unmarshal:
                    regex.is_valid | "(" | NONE |
                    base64.decode | "Y" | BUILTIN | base64.decode: illegal base64 data at input byte 0
                    hex.decode | "0" | BUILTIN | hex.decode: encoding/hex: odd length hex string
                    io.jwt.decode | "a.b" | BUILTIN | io.jwt.decode: encoded JWT must have 3 sections, found 2
                    time.parse_rfc3339_ns | "x" | BUILTIN | time.parse_rfc3339_ns: parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"
                    units.parse | "1 k" | BUILTIN | units.parse: units.parse: spaces not allowed in resource strings
                    """)
    void speakInOpasWords(String name, String argument, String code, String message) {
        if (code.equals("NONE")) {
            assertThat(Calls.call(name, argument)).hasToString("false");
            return;
        }
        assertThatThrownBy(() -> Calls.call(name, argument))
                .isInstanceOfSatisfying(
                        BuiltinError.class, error -> assertThat(error.code()).hasToString(code))
                .hasMessageStartingWith(message);
    }

    @Test
    void refuseTheNetworkUntilItIsAllowed() {
        assertThatThrownBy(() -> Calls.call("net.lookup_ip_addr", "\"example.org\""))
                .isInstanceOfSatisfying(
                        BuiltinError.class, error -> assertThat(error.halts()).isTrue());
        assertThatThrownBy(() ->
                        Calls.call(
                                "http.send",
                                "{\"method\": \"get\", \"url\": \"http://localhost:1\"}"))
                .hasMessageContaining("http.send is off");
    }

    @Test
    void boundWhatOneCallProduces() {
        assertThatThrownBy(() -> Calls.call("numbers.range", "0", "1000000000000"))
                .hasMessageContaining("more than");
        assertThatThrownBy(() -> Calls.call("net.cidr_expand", "\"::/0\""))
                .hasMessageContaining("more than");
        assertThatThrownBy(() -> Calls.call("bits.lsh", "1", "1000000000"))
                .hasMessageContaining("more than");
    }

    @Test
    void announceWorkToTheBudget() {
        List<Long> steps = new ArrayList<>();
        BuiltinContext.Settings settings =
                new BuiltinContext.Settings(
                        Calls.NOW,
                        1,
                        Map.of(),
                        Set.of(),
                        steps::add,
                        BuiltinContext.Sink.NONE,
                        BuiltinContext.Sink.NONE);
        Builtin range = Objects.requireNonNull(Builtins.standard().find("numbers.range"));
        range.call(
                new BuiltinContext(settings), new Value[] {RegoNumber.of(1), RegoNumber.of(1_000)});
        assertThat(steps).contains(1_000L);
    }

    @Test
    void agreeWithinOneQuery() {
        BuiltinContext context = new BuiltinContext(BuiltinContext.Settings.at(Calls.NOW, 7));
        Builtin uuid = Objects.requireNonNull(Builtins.standard().find("uuid.rfc4122"));
        Value[] key = {RegoString.of("k")};
        Value[] other = {RegoString.of("l")};
        assertThat(uuid.call(context, key)).isEqualTo(uuid.call(context, key));
        assertThat(uuid.call(context, key)).isNotEqualTo(uuid.call(context, other));
    }

    @Test
    void showTheEnvironmentOnlyAsFarAsAllowed() {
        assertThat(Calls.call("opa.runtime", new Value[0])).hasToString("{}");
    }
}

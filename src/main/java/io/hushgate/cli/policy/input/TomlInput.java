package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads TOML 1.0; dates and times become their text, infinities and NaN are refused. */
final class TomlInput {
    private TomlInput() {}

    static Value read(String text) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().getFirst();
            throw new InputProblem(first.position().line(), String.valueOf(first.getMessage()));
        }
        return table(result);
    }

    private static Value table(TomlTable table) {
        RegoObject.Builder object = RegoObject.builder();
        table.entrySet().forEach(entry -> object.put(entry.getKey(), value(entry.getValue())));
        return object.build();
    }

    private static Value value(Object value) {
        return switch (value) {
            case TomlTable table -> table(table);
            case TomlArray array ->
                    RegoArray.of(array.toList().stream().map(TomlInput::value).toList());
            case Boolean truth -> RegoBoolean.of(truth);
            case Long number -> RegoNumber.of(number);
            case Double number -> number(number);
            case OffsetDateTime time -> text(DateTimeFormatter.ISO_OFFSET_DATE_TIME, time);
            case LocalDateTime time -> text(DateTimeFormatter.ISO_LOCAL_DATE_TIME, time);
            case LocalTime time -> text(DateTimeFormatter.ISO_LOCAL_TIME, time);
            default -> RegoString.of(value.toString());
        };
    }

    /** With seconds, also when they are zero (RFC 3339, 5.6). */
    private static RegoString text(DateTimeFormatter format, TemporalAccessor time) {
        return RegoString.of(format.format(time));
    }

    private static Value number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new InputProblem(number + " has no counterpart in JSON; write a finite number");
        }
        return RegoNumber.of(BigDecimal.valueOf(number));
    }
}

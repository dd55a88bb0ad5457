package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import io.hushgate.rego.value.YamlWriter;
import java.util.List;

/** YAML as text. */
public final class YamlFunctions {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "yaml.marshal",
                            "(any) => string",
                            (_, a) -> RegoString.of(YamlWriter.write(a[0]))),
                    Builtin.of("yaml.unmarshal", "(string) => any", YamlFunctions::unmarshal),
                    Builtin.of("yaml.is_valid", "(string) => boolean", YamlFunctions::isValid));

    private YamlFunctions() {}

    private static Value unmarshal(BuiltinContext context, Value[] a) {
        String text = Operands.string(a, 0);
        context.step(text.length() / 4);
        try {
            return YamlReader.read(text);
        } catch (YamlProblem e) {
            throw BuiltinError.of("yaml: line %d: %s".formatted(e.line(), inGoWords(e.what())));
        }
    }

    /** Policies' tests know the complaints by the words of the Go library. */
    private static String inGoWords(String complaint) {
        int but = complaint.indexOf(", but ");
        return complaint.startsWith("expected ") && but > 0
                ? "did not find " + complaint.substring(0, but)
                : complaint;
    }

    private static RegoBoolean isValid(BuiltinContext context, Value[] a) {
        if (!(a[0] instanceof RegoString text)) {
            return RegoBoolean.FALSE;
        }
        context.step(text.value().length() / 4);
        try {
            YamlReader.read(text.value());
            return RegoBoolean.TRUE;
        } catch (YamlProblem e) {
            return RegoBoolean.FALSE;
        }
    }
}

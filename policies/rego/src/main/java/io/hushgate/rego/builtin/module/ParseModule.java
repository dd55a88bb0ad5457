package io.hushgate.rego.builtin.module;

import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.List;

/** {@code rego.parse_module}. */
public final class ParseModule {
    /** Characters for one step: parsing is some hundred times slower than comparing numbers. */
    private static final int CHARACTERS_A_STEP = 4;

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "rego.parse_module",
                            "(string, string) => object[string: any]",
                            ParseModule::parse));

    private ParseModule() {}

    private static RegoObject parse(BuiltinContext context, Value[] a) {
        String name = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        context.step(1 + text.length() / CHARACTERS_A_STEP);
        try {
            return ModuleJson.of(Parser.parseModule(new Source(name, text), ParserOptions.V1));
        } catch (RegoException e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }
}

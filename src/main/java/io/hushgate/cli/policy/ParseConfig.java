package io.hushgate.cli.policy;

import io.hushgate.cli.policy.input.InputFormat;
import io.hushgate.cli.policy.input.InputProblem;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.type.TypeText;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Set;

/**
 * The functions that conftest adds to Rego. {@code parse_config} works; the two that would have a
 * policy open files compile, so that modules with tests in them load, and refuse to be called.
 */
final class ParseConfig {
    private static final String FROM_FILE = "(string) => object[string: any]";
    private static final String FROM_FILES = "(array[string]) => object[string: any]";

    private ParseConfig() {}

    /** Rego's own functions and these. */
    static Builtins builtins() {
        return Builtins.standard()
                .with(
                        builtin(
                                "parse_config",
                                "(string, string) => object[string: any]",
                                (_, arguments) -> parsed(arguments)))
                .with(builtin("parse_config_file", FROM_FILE, (_, _) -> refused()))
                .with(builtin("parse_combined_config_files", FROM_FILES, (_, _) -> refused()));
    }

    private static Builtin builtin(String name, String signature, Builtin.Function function) {
        return new Builtin(name, TypeText.function(signature), Set.of(), null, function);
    }

    private static Value parsed(Value[] arguments) {
        String id = ((RegoString) arguments[0]).value();
        InputFormat format =
                InputFormat.named(id)
                        .orElseThrow(() ->
                                BuiltinError.of(
                                        "no format %s; there are %s"
                                                .formatted(id, InputFormat.ids())));
        try {
            return format.read(((RegoString) arguments[1]).value());
        } catch (InputProblem e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private static Value refused() {
        throw BuiltinError.of("policies open no files; give the text to parse_config");
    }
}

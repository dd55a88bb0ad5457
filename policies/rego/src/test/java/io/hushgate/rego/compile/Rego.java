package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles texts for tests. */
final class Rego {
    private Rego() {}

    static List<Module> parse(String... texts) {
        List<Module> modules = new ArrayList<>();
        for (String text : texts) {
            modules.add(Parser.parseModule("m" + modules.size() + ".rego", text));
        }
        return modules;
    }

    static CompiledModules compile(String... texts) {
        return Compiler.compile(parse(texts), CompileOptions.DEFAULT);
    }

    /** The errors, each as {@code row: code: message}; empty if the modules compile. */
    static List<String> errors(CompileOptions options, String... texts) {
        try {
            Compiler.compile(parse(texts), options);
            return List.of();
        } catch (RegoException e) {
            return e.errors().stream()
                    .map(error ->
                            error.location().row() + ": " + error.code() + ": " + error.message())
                    .toList();
        }
    }

    /** All rules as text, each on a line, in the order in which they can be evaluated. */
    static String rewritten(String... texts) {
        return compile(texts).rules().stream()
                .map(rule -> rule.rule().toString())
                .collect(Collectors.joining("\n"));
    }
}

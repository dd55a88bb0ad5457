package io.hushgate.rego.load;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one module.
 *
 * @param name path as it is shown in messages, with {@code /}
 */
public record SourceFile(String name, String text) {
    /** True for a file of tests by OPA's convention. */
    public boolean isTest() {
        return name.endsWith("_test.rego");
    }

    /**
     * Parses files.
     *
     * @throws RegoException with what is wrong in all of them
     */
    public static List<Module> parse(List<SourceFile> files, ParserOptions options) {
        List<Module> modules = new ArrayList<>();
        List<RegoError> errors = new ArrayList<>();
        for (SourceFile file : files) {
            try {
                modules.add(Parser.parseModule(new Source(file.name, file.text), options));
            } catch (RegoException e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new RegoException(errors);
        }
        return modules;
    }
}

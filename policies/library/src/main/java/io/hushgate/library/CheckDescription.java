package io.hushgate.library;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.util.List;

/**
 * What the METADATA of a shipped check says; "" where it says nothing.
 *
 * @param file relative to the library's root
 * @param document the set of its results, {@code data.hushgate.checks.vault.root.violation}
 * @param why the description: what goes wrong when it fires
 * @param absence the section of facts whose gaps make it fire; "" if it rests on what is there
 */
public record CheckDescription(
        String file,
        String document,
        String id,
        String title,
        String severity,
        String confidence,
        String why,
        String absence,
        String remedy,
        List<String> references) {
    public CheckDescription {
        references = List.copyOf(references);
    }

    /** Reads the block above the package clause. */
    static CheckDescription read(PolicyFile file) {
        Module module = Parser.parseModule(new Source(file.name(), file.text()), ParserOptions.V1);
        Annotations block =
                module.annotations().stream()
                        .filter(b -> b.scope() == Annotations.Scope.PACKAGE)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException(file.name() + " has no METADATA"));
        return new CheckDescription(
                file.name(),
                module.packageClause().path() + ".violation",
                custom(block, "id"),
                block.title(),
                custom(block, "severity"),
                custom(block, "confidence"),
                block.description().strip(),
                custom(block, "absence"),
                custom(block, "remedy").strip(),
                block.relatedResources().stream().map(r -> r.ref()).toList());
    }

    private static String custom(Annotations block, String key) {
        return block.custom().get(key).orElse(null) instanceof Scalar.Text text ? text.value() : "";
    }
}

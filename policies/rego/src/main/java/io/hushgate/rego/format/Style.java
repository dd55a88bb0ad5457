package io.hushgate.rego.format;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Rule;

/**
 * Which syntax to write.
 *
 * @param version1 {@code :=} in all heads
 * @param usesIf {@code if} before bodies
 * @param usesContains {@code contains} in heads of partial sets
 * @param dottedHeads constant keys in heads with a dot, because some head has more than one
 */
record Style(boolean version1, boolean usesIf, boolean usesContains, boolean dottedHeads) {
    static Style of(Module module, RegoVersion target) {
        boolean version1 = target == RegoVersion.V1 || module.version() == RegoVersion.V1;
        return new Style(
                version1,
                version1 || imports(module, "if"),
                version1 || imports(module, "contains"),
                module.rules().stream().anyMatch(Style::needsDots));
    }

    private static boolean imports(Module module, String keyword) {
        return module.imports().stream()
                .map(Import::path)
                .map(Object::toString)
                .anyMatch(path ->
                        path.equals("future.keywords")
                                || path.equals("future.keywords." + keyword));
    }

    private static boolean needsDots(Rule rule) {
        int size = rule.head().ref().size();
        return size > 2 || (size == 2 && rule.head().isPartialSet());
    }
}

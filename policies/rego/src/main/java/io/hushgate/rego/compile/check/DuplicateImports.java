package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.Problems;
import java.util.HashMap;
import java.util.Map;

/** Checks that every import of a module brings a name of its own. */
public final class DuplicateImports {
    private DuplicateImports() {}

    public static void check(ModuleUnit module, Problems problems) {
        Map<String, Import> byName = new HashMap<>();
        for (Import imported : module.imports()) {
            Import first = byName.putIfAbsent(imported.name(), imported);
            if (first != null) {
                problems.compile(imported.location(), "import must not shadow " + first);
            }
        }
    }
}

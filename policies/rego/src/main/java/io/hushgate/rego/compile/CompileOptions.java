package io.hushgate.rego.compile;

import io.hushgate.rego.builtin.Builtins;
import java.util.Set;

/**
 * How modules are compiled.
 *
 * @param strict whether unused imports, parameters and assigned variables, doubled imports, hidden
 *     root documents and deprecated builtins are errors in any version ({@code opa check --strict})
 * @param print whether calls of {@code print} stay; otherwise they are erased
 * @param builtins the functions that may be called
 * @param unsafeBuiltins names of builtins that may not be called all the same
 * @param schemas the types of documents, by the names that METADATA gives them
 * @param errorLimit how many errors are collected before the rest is dropped; bounds memory
 */
public record CompileOptions(
        boolean strict,
        boolean print,
        Builtins builtins,
        Set<String> unsafeBuiltins,
        SchemaSet schemas,
        int errorLimit) {
    /** Enough for a person to read, small enough for a hostile module. */
    private static final int DEFAULT_ERROR_LIMIT = 200;

    /** Not strict, prints erased, all standard builtins. */
    public static final CompileOptions DEFAULT =
            new CompileOptions(
                    false,
                    false,
                    Builtins.standard(),
                    Set.of(),
                    SchemaSet.NONE,
                    DEFAULT_ERROR_LIMIT);

    public CompileOptions {
        unsafeBuiltins = Set.copyOf(unsafeBuiltins);
        if (errorLimit < 1) {
            throw new IllegalArgumentException("an error limit of " + errorLimit);
        }
    }

    public CompileOptions withStrict(boolean newStrict) {
        return new CompileOptions(newStrict, print, builtins, unsafeBuiltins, schemas, errorLimit);
    }

    public CompileOptions withPrint(boolean newPrint) {
        return new CompileOptions(strict, newPrint, builtins, unsafeBuiltins, schemas, errorLimit);
    }

    public CompileOptions withBuiltins(Builtins newBuiltins) {
        return new CompileOptions(strict, print, newBuiltins, unsafeBuiltins, schemas, errorLimit);
    }

    public CompileOptions withUnsafeBuiltins(Set<String> newUnsafeBuiltins) {
        return new CompileOptions(strict, print, builtins, newUnsafeBuiltins, schemas, errorLimit);
    }

    public CompileOptions withSchemas(SchemaSet newSchemas) {
        return new CompileOptions(strict, print, builtins, unsafeBuiltins, newSchemas, errorLimit);
    }

    public CompileOptions withErrorLimit(int newErrorLimit) {
        return new CompileOptions(strict, print, builtins, unsafeBuiltins, schemas, newErrorLimit);
    }
}

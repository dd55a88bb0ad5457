package io.hushgate.rego.load;

import io.hushgate.rego.value.RegoObject;
import java.util.List;

/**
 * What was found.
 *
 * @param modules in the order of their names
 * @param data the base document
 */
public record Loaded(List<SourceFile> modules, RegoObject data) {
    public Loaded {
        modules = List.copyOf(modules);
    }
}

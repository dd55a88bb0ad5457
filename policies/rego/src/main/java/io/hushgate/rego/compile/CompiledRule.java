package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;

/**
 * A rule that is ready for evaluation, with its branches.
 *
 * @param path the absolute reference that the rule defines, variables included
 * @param rule head and bodies, rewritten as the package describes
 * @param module where it was written
 */
public record CompiledRule(Ref path, Rule rule, Module module) {
    @Override
    public String toString() {
        return path + " at " + rule.location();
    }
}

package io.hushgate.rules.gitleaks;

import java.util.List;

/** What gitleaks calls a credential and what the shipped rules call it. */
final class RuleNames {
    private RuleNames() {}

    /** The shipped rules that look for what a rule of gitleaks' defaults looks for. */
    static List<String> ours(String id) {
        return List.of(id);
    }
}

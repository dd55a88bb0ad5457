package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Rule;
import java.util.ArrayList;
import java.util.List;

/** What version 1 demands of rules beyond the grammar of version 0. */
final class VersionOneRules {
    private VersionOneRules() {}

    static List<RegoError> check(Definition definition) {
        List<RegoError> errors = new ArrayList<>();
        check(definition.rule(), definition, errors);
        for (Rule branch : definition.rule().elseRules()) {
            check(branch, definition, errors);
        }
        return errors;
    }

    private static void check(Rule rule, Definition definition, List<RegoError> errors) {
        Head head = rule.head();
        String kind = head.isFunction() ? "function" : "rule";
        if (head.ref().size() == 1 && Keywords.isReserved(head.name(), RegoVersion.V1)) {
            errors.add(error(rule, head.name() + " keyword cannot be used for rule name"));
        }
        boolean bare = rule.body().isGenerated() && !rule.isDefault();
        boolean noValue = head.result() instanceof Head.Result.Value value && value.generated();
        if (bare && noValue) {
            errors.add(error(rule, kind + " must have value assignment and/or body declaration"));
        }
        if (!rule.body().isGenerated() && !definition.usesIf()) {
            errors.add(error(rule, "`if` keyword is required before " + kind + " body"));
        }
        if (head.isPartialSet() && !definition.usesContains()) {
            errors.add(error(rule, "`contains` keyword is required for partial set rules"));
        }
    }

    private static RegoError error(Rule rule, String message) {
        return new RegoError(ErrorCode.PARSE, message, rule.location());
    }
}

package io.hushgate.rules.gitleaks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule of a configuration.
 *
 * @param regex of the contents; without one the rule is about paths alone
 * @param path has to match somewhere in the path
 * @param secretGroup the group that holds the value; 0 for the first that is not empty, or all
 * @param entropy bits a character that the value has to exceed; 0 asks nothing
 * @param keywords in lower case; one of them has to occur in the fragment
 * @param helper whether it only serves other rules and is not reported
 * @param required what else has to be found
 */
record GitleaksRule(
        String id,
        String description,
        Optional<GoRegex> regex,
        Optional<GoRegex> path,
        int secretGroup,
        double entropy,
        List<String> keywords,
        List<String> tags,
        boolean helper,
        List<Required> required,
        List<Allowlist> allowlists) {
    GitleaksRule {
        keywords = List.copyOf(keywords);
        tags = List.copyOf(tags);
        required = List.copyOf(required);
        allowlists = List.copyOf(allowlists);
    }

    /** Another rule that has to find something in the same fragment, near by if it says so. */
    record Required(String rule, OptionalInt withinLines, OptionalInt withinColumns) {}

    /** Tells whether it looks for anything, or only changes a rule of another configuration. */
    boolean isWhole() {
        return regex.isPresent() || path.isPresent();
    }

    /** This rule as a change of another one with the same id. */
    GitleaksRule over(GitleaksRule base) {
        return new GitleaksRule(
                id,
                description.isEmpty() ? base.description : description,
                regex.or(() -> base.regex),
                path.or(() -> base.path),
                secretGroup == 0 ? base.secretGroup : secretGroup,
                entropy == 0 ? base.entropy : entropy,
                join(base.keywords, keywords),
                join(base.tags, tags),
                base.helper,
                base.required,
                join(base.allowlists, allowlists));
    }

    GitleaksRule with(List<Allowlist> more) {
        return new GitleaksRule(
                id,
                description,
                regex,
                path,
                secretGroup,
                entropy,
                keywords,
                tags,
                helper,
                required,
                join(allowlists, more));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}

package io.hushgate.estate.access;

import io.hushgate.estate.fact.VaultFact.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy paths with {@code {{identity...}}}: for a service account the metadata of its alias are
 * known; the rest stays open.
 *
 * <p>Sources: developer.hashicorp.com/vault/docs/concepts/policies, templated policies;
 * .../api-docs/auth/kubernetes, alias metadata.
 */
final class TemplatedPaths {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([^{}]{1,256}?)\\s*}}");
    private static final Pattern METADATA =
            Pattern.compile(
                    "identity\\.entity\\.aliases\\..+\\.metadata\\.service_account_(name|namespace)");

    private TemplatedPaths() {}

    static boolean isTemplated(String path) {
        return path.contains("{{");
    }

    /**
     * The path for one service account; empty if something else of its identity is needed, which
     * only the server knows.
     */
    static Optional<String> rendered(String path, AccessNode account) {
        Matcher template = TEMPLATE.matcher(path);
        StringBuilder rendered = new StringBuilder();
        while (template.find()) {
            Matcher metadata = METADATA.matcher(template.group(1));
            if (!metadata.matches()) {
                return Optional.empty();
            }
            String value = metadata.group(1).equals("name") ? account.name() : account.namespace();
            boolean refused = value.isEmpty() || value.contains("*") || value.contains("+");
            if (refused) {
                return Optional.empty();
            }
            template.appendReplacement(rendered, Matcher.quoteReplacement(value));
        }
        return Optional.of(template.appendTail(rendered).toString());
    }

    /** The rule with another path. */
    static Rule with(Rule rule, String path) {
        return new Rule(
                path,
                rule.capabilities(),
                rule.legacy(),
                rule.effective(),
                rule.allowedParameters(),
                rule.deniedParameters(),
                rule.requiredParameters(),
                rule.minWrappingTtl(),
                rule.maxWrappingTtl(),
                rule.unknown(),
                rule.line(),
                rule.column());
    }
}

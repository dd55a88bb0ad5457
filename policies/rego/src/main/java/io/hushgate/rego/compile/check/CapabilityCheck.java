package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.builtin.Capabilities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses what modules use of the language and capabilities do not have, as OPA does: future
 * keywords, and features by the names of OPA's capabilities files. What may be called is the
 * compiler's to refuse, which is given the same capabilities' functions.
 */
public final class CapabilityCheck {
    /** The future keywords of old, which version 1 has anyway. */
    private static final Set<String> OF_VERSION_1 = Set.of("contains", "every", "if", "in");

    private static final Set<String> KEYWORDS =
            Set.of(
                    "as",
                    "contains",
                    "default",
                    "else",
                    "every",
                    "false",
                    "if",
                    "import",
                    "in",
                    "not",
                    "null",
                    "package",
                    "some",
                    "true",
                    "with");

    private final Capabilities allowed;
    private final List<RegoError> parseErrors = new ArrayList<>();
    private final List<RegoError> compileErrors = new ArrayList<>();

    private CapabilityCheck(Capabilities allowed) {
        this.allowed = allowed;
    }

    /**
     * Goes through modules.
     *
     * @throws RegoException with everything that is refused; what is wrong with the syntax comes
     *     first
     */
    public static void demand(Collection<Module> modules, Capabilities allowed) {
        CapabilityCheck check = new CapabilityCheck(allowed);
        modules.forEach(check::module);
        List<RegoError> first =
                check.parseErrors.isEmpty() ? check.compileErrors : check.parseErrors;
        if (!first.isEmpty()) {
            throw new RegoException(first);
        }
    }

    private void module(Module module) {
        if (module.version() == RegoVersion.V1 && !has("rego_v1")) {
            refuse(
                    "illegal capabilities: rego_v1 feature required for parsing v1 Rego",
                    module.location());
            return;
        }
        module.imports().forEach(this::keyword);
        if (!has("rego_v1") && !has("rule_head_refs")) {
            module.rules().forEach(this::head);
        }
        if (!has("keywords_in_refs")) {
            keysIn(module.packageClause());
            module.imports().stream().filter(each -> !isFuture(each)).forEach(this::keysIn);
            module.rules().forEach(this::keysIn);
        }
        if (!has("template_strings")) {
            templates(module);
        }
    }

    private void keyword(Import each) {
        List<Term> path = each.path().parts();
        if (isFuture(each) && path.getLast() instanceof Scalar.Text(var word, _)) {
            Set<String> known = new TreeSet<>(allowed.futureKeywords());
            known.addAll(has("rego_v1") ? OF_VERSION_1 : Set.of());
            if (!known.contains(word)) {
                refuse("unexpected keyword, must be one of " + known, each.location());
            }
        }
    }

    private static boolean isFuture(Import each) {
        return each.path().size() == 3
                && each.path().prefix(2).equals(Ref.of(Location.NONE, "future", "keywords"));
    }

    /** Without references in heads, there is one key at most: that of a set or object. */
    private void head(Rule rule) {
        Ref ref = rule.head().ref();
        boolean prefixed = ref.isGround() && has("rule_head_ref_string_prefixes");
        boolean oneKey =
                ref.size() == 2 && !rule.head().isPartialSet() && !rule.head().isFunction();
        if (ref.size() > 1 && !prefixed && !(oneKey && isInBrackets(ref))) {
            compileErrors.add(
                    new RegoError(
                            ErrorCode.COMPILE,
                            "rule heads with refs are not supported: " + ref,
                            rule.head().location()));
        }
    }

    private static boolean isInBrackets(Ref ref) {
        return !ref.location().isKnown() || ref.location().text().endsWith("]");
    }

    private void keysIn(Node node) {
        Walk.refs(node, this::keys);
    }

    private void keys(Ref ref) {
        for (Term key : ref.path()) {
            if (key instanceof Scalar.Text(var word, var location)
                    && KEYWORDS.contains(word)
                    && location.isKnown()
                    && location.text().equals(word)) {
                refuse("unexpected " + word + " keyword: expected identifier", location);
            }
        }
    }

    private void templates(Module module) {
        Walk.nodes(
                module,
                node -> {
                    if (node instanceof TemplateString template) {
                        refuse(
                                "template strings are not among the capabilities",
                                template.location());
                    }
                    return true;
                });
    }

    private boolean has(String feature) {
        return allowed.features().contains(feature);
    }

    private void refuse(String message, Location location) {
        parseErrors.add(new RegoError(ErrorCode.PARSE, message, location));
    }
}

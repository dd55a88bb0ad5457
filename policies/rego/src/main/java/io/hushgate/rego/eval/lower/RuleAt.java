package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule and where it stands. A rule of an image is read when it is first needed; what has
 * to be known of all rules is in their outlines.
 */
public final class RuleAt {
    private final Ref path;
    private final Outline outline;
    private final List<Value> groundKeys;
    private final Supplier<Rule> source;
    private volatile @Nullable Rule rule;
    private volatile @Nullable Prerequisites prerequisites;

    /**
     * What a rule defines, as far as that does not take its head and body.
     *
     * @param isMember whether it defines members of a set
     * @param parameters how many it has; 0 for a rule that is no function
     */
    public record Outline(boolean isDefault, boolean isMember, int parameters, Location location) {
        public static Outline of(Rule rule) {
            return new Outline(
                    rule.isDefault(),
                    rule.head().isPartialSet(),
                    rule.head().args().size(),
                    rule.location());
        }
    }

    private RuleAt(Ref path, Outline outline, Supplier<Rule> source) {
        this.path = path;
        this.outline = outline;
        this.source = source;
        this.groundKeys = groundKeys(path);
    }

    /** A rule that is here already. */
    public static RuleAt of(Ref path, Rule rule) {
        return new RuleAt(path, Outline.of(rule), () -> rule);
    }

    /**
     * A rule that is read later.
     *
     * @param path the absolute reference that its head defines, with its variables
     * @param source reads the rule; may be called from any thread, and more than once
     */
    public static RuleAt later(
            Ref path, Outline outline, Prerequisites prerequisites, Supplier<Rule> source) {
        RuleAt later = new RuleAt(path, outline, source);
        later.prerequisites = prerequisites;
        return later;
    }

    private static List<Value> groundKeys(Ref path) {
        List<Value> keys = new ArrayList<>(path.size());
        for (Term key : path.path()) {
            Value value = Constants.of(key);
            if (value == null) {
                break;
            }
            keys.add(value);
        }
        return keys;
    }

    public Ref path() {
        return path;
    }

    Outline outline() {
        return outline;
    }

    boolean isFunction() {
        return outline.parameters > 0;
    }

    /** The rule itself. */
    public Rule rule() {
        Rule known = rule;
        if (known == null) {
            known = source.get();
            rule = known;
        }
        return known;
    }

    /**
     * What must be there for the rule to hold.
     *
     * @param root the places of all rules
     */
    public Prerequisites prerequisites(Place root) {
        Prerequisites known = prerequisites;
        if (known == null) {
            known = Prerequisites.of(rule(), root);
            prerequisites = known;
        }
        return known;
    }

    /** The constant keys under {@code data} that the path begins with. */
    List<Value> groundKeys() {
        return groundKeys;
    }

    /** The keys of the path below a place. */
    List<Term> keysBelow(int depth) {
        return path.path().subList(depth, path.path().size());
    }

    /** Whether the path has variables, so that several evaluations fill one document. */
    boolean isDynamic() {
        return groundKeys.size() < path.size() - 1;
    }
}

package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives out variable names that occur nowhere else, and remembers which written name each stands
 * for.
 */
public final class LocalNames {
    private final String prefix;
    private final Set<String> taken;
    private final Map<String, String> originals = new HashMap<>();
    private final Map<String, Term> subjects = new HashMap<>();
    private int next;

    /**
     * @param prefix what names begin with, {@code __local} or longer
     * @param taken names that must not be given out
     */
    public LocalNames(String prefix, Set<String> taken) {
        this.prefix = prefix;
        this.taken = Set.copyOf(taken);
    }

    /** A new variable that stands for nothing written. */
    public Var fresh(Location location) {
        String name;
        do {
            name = prefix + next++ + "__";
        } while (taken.contains(name));
        return new Var(name, location);
    }

    /** A new variable in place of a written one. */
    public Var freshFor(Var written) {
        Var local = fresh(written.location());
        originals.put(local.name(), written.name());
        return local;
    }

    /** Notes that a generated variable stands where the author wrote {@code term}. */
    public void standsFor(Var local, Term term) {
        subjects.put(local.name(), term);
    }

    /** What the author wrote where a generated variable stands, if it was more than a name. */
    public Optional<Term> subject(String name) {
        return Optional.ofNullable(subjects.get(name));
    }

    /** The written name behind {@code name}, or {@code name} itself. */
    public String original(String name) {
        return originals.getOrDefault(name, name);
    }

    /** Written names by the names that replace them. */
    public Map<String, String> originals() {
        return Map.copyOf(originals);
    }
}

package io.hushgate.estate.vault;

import io.hushgate.estate.fact.VaultFact.Naming;
import io.hushgate.estate.fact.VaultFact.Policy;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.util.Locale;

/** Turns policy texts into facts. */
public final class PolicyCollector {
    private final Limits limits;

    public PolicyCollector(Limits limits) {
        this.limits = limits;
    }

    /** Adds a policy whose name is declared beside it. */
    public void add(String name, Source text, String format, Collector into, Place place) {
        if (PolicyText.isLikely(text.text())) {
            add(name, Naming.DECLARED, PolicyText.read(text, limits), format, into, place);
        }
    }

    /** Adds a policy that was a tree already. */
    public void add(String name, Mapping tree, String format, Collector into, Place place) {
        add(name, Naming.DECLARED, PolicyText.read(tree), format, into, place);
    }

    /** Adds a policy that is a file of its own, named for the file unless it names itself. */
    public void addFile(Source text, String format, Collector into) {
        PolicyText policy = PolicyText.read(text, limits);
        String name = policy.name().isEmpty() ? stem(into.file()) : policy.name();
        Naming naming = policy.name().isEmpty() ? Naming.FILE : Naming.DECLARED;
        add(name, naming, policy, format, into, text.placeAt(0));
    }

    /** Adds a policy that was read. Without a stanza there is no fact, only its problems. */
    void add(
            String name,
            Naming naming,
            PolicyText policy,
            String format,
            Collector into,
            Place place) {
        into.problems(policy.problems());
        if (!policy.rules().isEmpty()) {
            boolean literal = !ApiRequest.hasExpansion(name);
            into.add(
                    new Policy(
                            name.toLowerCase(Locale.ROOT),
                            naming,
                            format,
                            policy.rules(),
                            into.at(place, literal)));
        }
    }

    /** The file's name without folders and extensions. */
    static String stem(String address) {
        String name =
                address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}

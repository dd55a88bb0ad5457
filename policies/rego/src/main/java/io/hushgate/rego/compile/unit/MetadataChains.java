package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.Annotations.Scope;
import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metadata of all modules, and which of it concerns a rule. */
public final class MetadataChains {
    private final Map<Ref, Annotations> byDocument = new HashMap<>();
    private final Map<Ref, Annotations> byPackage = new HashMap<>();
    private final Map<Ref, Annotations> bySubpackages = new HashMap<>();

    /**
     * @param problems receives scopes that are declared twice
     */
    public MetadataChains(List<ModuleUnit> modules, Problems problems) {
        for (ModuleUnit module : modules) {
            for (Annotations block : module.source().annotations()) {
                Ref target = block.target().groundPrefix();
                Annotations before =
                        switch (block.scope()) {
                            case RULE -> null;
                            case DOCUMENT -> byDocument.putIfAbsent(target, block);
                            case PACKAGE -> byPackage.putIfAbsent(target, block);
                            case SUBPACKAGES -> bySubpackages.putIfAbsent(target, block);
                        };
                if (before != null) {
                    problems.add(
                            ErrorCode.TYPE,
                            block.location(),
                            "%s annotation redeclared: %s"
                                    .formatted(block.scope().word(), before.location()));
                }
            }
        }
    }

    /** What stands directly above a rule, or an empty object. */
    public Term ofRule(RuleUnit rule) {
        List<Annotations> own = own(rule);
        return own.isEmpty() ? new ObjectTerm(List.of(), rule.location()) : own.getFirst().toTerm();
    }

    /**
     * The rule's own metadata, then that of its document, its package, and the packages around
     * that.
     */
    public Term chain(RuleUnit rule) {
        List<Annotations> own = own(rule);
        List<Term> links = new ArrayList<>();
        if (own.isEmpty()) {
            links.add(new ObjectTerm(List.of(path(rule.path().groundPrefix())), rule.location()));
        }
        for (Annotations block : chainOf(rule)) {
            links.add(link(block));
        }
        return new ArrayTerm(links, rule.location());
    }

    /** The blocks that concern a rule, the nearest first. */
    public List<Annotations> chainOf(RuleUnit rule) {
        List<Annotations> blocks = new ArrayList<>(own(rule));
        addIfPresent(byDocument, rule.path().groundPrefix(), blocks);
        Ref path = rule.module().path();
        addIfPresent(byPackage, path, blocks);
        for (int length = path.size(); length > 0; length--) {
            addIfPresent(bySubpackages, path.prefix(length), blocks);
        }
        return blocks;
    }

    private static List<Annotations> own(RuleUnit rule) {
        return rule.annotations().stream()
                .filter(block -> block.scope() == Scope.RULE)
                .sorted(Comparator.comparing(Annotations::location, Location.ORDER.reversed()))
                .toList();
    }

    private static void addIfPresent(
            Map<Ref, Annotations> blocks, Ref path, List<Annotations> found) {
        Annotations block = blocks.get(path);
        if (block != null) {
            found.add(block);
        }
    }

    private static ObjectTerm link(Annotations block) {
        ObjectTerm.Entry annotations =
                new ObjectTerm.Entry(Scalar.Text.of("annotations"), block.toTerm());
        return new ObjectTerm(
                List.of(path(block.target().groundPrefix()), annotations), block.location());
    }

    private static ObjectTerm.Entry path(Ref path) {
        return new ObjectTerm.Entry(
                Scalar.Text.of("path"), new ArrayTerm(path.path(), path.location()));
    }
}

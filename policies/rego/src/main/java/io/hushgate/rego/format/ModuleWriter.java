package io.hushgate.rego.format;

import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.PackageClause;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Writes the statements of a module in their order. */
final class ModuleWriter {
    private final Module module;
    private final Page page;
    private final Names names;
    private final RuleWriter rules;
    private final ExprWriter exprs;
    private final Predicate<Rule> keepAsWritten;

    /**
     * @param keepAsWritten rules that are known to come out wrong
     */
    ModuleWriter(Module module, Style style, Predicate<Rule> keepAsWritten) {
        this.module = module;
        this.page = new Page(module.comments());
        this.names = new Names(style);
        this.exprs = new ExprWriter(page, names);
        this.rules = new RuleWriter(page, style, exprs);
        this.keepAsWritten = keepAsWritten;
    }

    String write() {
        packageClause(module.packageClause());
        List<Node> rest = new ArrayList<>();
        rest.addAll(NeededImports.of(module));
        rest.addAll(module.rules());
        rest.sort(Comparator.comparing(Node::location, Location.ORDER));
        int i = 0;
        while (i < rest.size()) {
            List<Import> imports = new ArrayList<>();
            while (i < rest.size() && rest.get(i) instanceof Import imported) {
                imports.add(imported);
                i++;
            }
            imports(imports);
            List<Rule> ruleList = new ArrayList<>();
            while (i < rest.size() && rest.get(i) instanceof Rule rule) {
                ruleList.add(rule);
                i++;
            }
            rules(ruleList);
        }
        page.remainingComments();
        return page.text();
    }

    private void packageClause(PackageClause clause) {
        page.comments(clause.location().row());
        page.startLine();
        page.write("package ");
        List<Term> path = new ArrayList<>(clause.path().path());
        Term first = path.getFirst();
        if (first instanceof Scalar.Text(var name, var location)) {
            path.set(0, new Var(name, location));
        }
        exprs.terms().ref(new Ref(path, clause.path().location()));
        page.blankLine();
    }

    private void imports(List<Import> imports) {
        IdentityHashMap<Import, Comment> beside = new IdentityHashMap<>();
        for (Import imported : imports) {
            Comment comment = page.take(imported.location().row());
            if (comment != null) {
                beside.put(imported, comment);
            }
        }
        for (List<Import> group : groups(imports)) {
            page.comments(group.getFirst().location().row());
            for (Import imported : sorted(group)) {
                page.startLine();
                page.write("import ");
                page.write(new Path(imported.path()).written(names));
                page.write(imported.alias().isEmpty() ? "" : " as " + imported.alias());
                Comment comment = beside.get(imported);
                if (comment != null) {
                    page.beside(comment);
                }
                page.endLine();
            }
            page.blankLine();
        }
    }

    private static List<Import> sorted(List<Import> group) {
        List<Import> sorted = new ArrayList<>(group);
        sorted.sort(
                Comparator.comparing((Import i) -> new Path(i.path()))
                        .thenComparing(Import::alias));
        return sorted;
    }

    /** Imports with no empty line between them. */
    private static List<List<Import>> groups(List<Import> imports) {
        List<List<Import>> groups = new ArrayList<>();
        int lastRow = Integer.MIN_VALUE;
        for (Import imported : imports) {
            int row = imported.location().row();
            if (groups.isEmpty() || row - lastRow > 1) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(imported);
            lastRow = row;
        }
        return groups;
    }

    private void rules(List<Rule> ruleList) {
        for (int i = 0; i < ruleList.size(); i++) {
            Rule rule = ruleList.get(i);
            page.comments(rule.location().row());
            rule(rule);
            boolean joined =
                    i + 1 < ruleList.size()
                            && rules.isOneLiner(rule)
                            && rules.isOneLiner(ruleList.get(i + 1))
                            && ruleList.get(i + 1).location().row() == rule.location().row() + 1;
            if (!joined) {
                page.blankLine();
            } else if (page.isInLine()) {
                page.endLine();
            }
        }
    }

    private void rule(Rule rule) {
        Page.Mark mark = page.mark();
        if (!keepAsWritten.test(rule)) {
            try {
                rules.rule(rule);
                return;
            } catch (Unformattable e) {
                page.back(mark);
            }
        }
        page.startLine();
        page.verbatim(rule.location());
    }
}

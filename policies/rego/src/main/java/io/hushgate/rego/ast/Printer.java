package io.hushgate.rego.ast;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Writes nodes on one line, in the form that OPA uses in its error messages: operators other than
 * {@code =} as calls, constant keys with a dot where that is possible.
 */
final class Printer {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "not",
                    "package",
                    "import",
                    "as",
                    "default",
                    "else",
                    "with",
                    "null",
                    "true",
                    "false",
                    "some",
                    "contains",
                    "every",
                    "if",
                    "in");

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Node node) {
        Printer printer = new Printer();
        printer.node(node);
        return printer.out.toString();
    }

    private void node(Node node) {
        switch (node) {
            case Module module -> module(module);
            case PackageClause clause -> packageClause(clause);
            case Import imported -> {
                out.append("import ");
                ref(imported.path());
                if (!imported.alias().isEmpty()) {
                    out.append(" as ").append(imported.alias());
                }
            }
            case Rule rule -> rule(rule);
            case Head head -> head(head);
            case Body body -> list(body.exprs(), "; ");
            case Expr expr -> expr(expr);
            case Operand operand -> operand(operand);
            case With with -> {
                out.append("with ");
                ref(with.target());
                out.append(" as ");
                term(with.value());
            }
            case Statement statement -> statement(statement);
            case Term term -> term(term);
        }
    }

    private void module(Module module) {
        packageClause(module.packageClause());
        out.append("\n");
        for (Import imported : module.imports()) {
            out.append("\n");
            node(imported);
        }
        if (!module.imports().isEmpty()) {
            out.append("\n");
        }
        for (Rule rule : module.rules()) {
            out.append("\n");
            rule(rule);
        }
        out.append("\n");
    }

    private void packageClause(PackageClause clause) {
        out.append("package ");
        List<Term> path = clause.path().path();
        if (path.isEmpty()) {
            ref(clause.path());
            return;
        }
        out.append(path.getFirst() instanceof Scalar.Text(var name, _) ? name : path.getFirst());
        keys(path.subList(1, path.size()));
    }

    private void rule(Rule rule) {
        if (rule.isDefault()) {
            out.append("default ");
        }
        head(rule.head());
        if (!rule.isDefault()) {
            out.append(" if { ");
            node(rule.body());
            out.append(" }");
        }
        for (Rule branch : rule.elseRules()) {
            out.append(" else");
            branch.head()
                    .value()
                    .ifPresent(value -> {
                        out.append(" = ");
                        term(value);
                    });
            out.append(" if { ");
            node(branch.body());
            out.append(" }");
        }
    }

    private void head(Head head) {
        ref(head.ref());
        if (head.isFunction()) {
            out.append("(");
            list(head.args(), ", ");
            out.append(")");
        }
        switch (head.result()) {
            case Head.Result.Member(var key) -> {
                out.append(" contains ");
                term(key);
            }
            case Head.Result.Value(var value, var assigned, _) -> {
                out.append(assigned ? " := " : " = ");
                term(value);
            }
        }
    }

    private void expr(Expr expr) {
        if (expr.negated()) {
            out.append("not ");
        }
        statement(expr.statement());
        for (With with : expr.modifiers()) {
            out.append(" ");
            node(with);
        }
    }

    private void operand(Operand operand) {
        if (operand.explicit()) {
            out.append("{ ");
            node(operand.body());
            out.append(" }");
        } else if (isLogical(operand)) {
            out.append("(");
            node(operand.body());
            out.append(")");
        } else {
            node(operand.body());
        }
    }

    private static boolean isLogical(Operand operand) {
        return operand.body().exprs().stream()
                .anyMatch(e ->
                        e.statement() instanceof Statement.Logical || !e.modifiers().isEmpty());
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.OfTerm(Call call)
                    when call.isOf(Operator.EQ) && call.args().size() == 2 -> {
                term(call.args().get(0));
                out.append(" = ");
                term(call.args().get(1));
            }
            case Statement.OfTerm(var term) -> term(term);
            case Statement.SomeVars(var vars, _) -> {
                out.append("some ");
                list(vars, ", ");
            }
            case Statement.SomeIn(var symbols, var domain, _) -> {
                out.append("some ");
                list(symbols, ", ");
                out.append(" in ");
                term(domain);
            }
            case Statement.Every(var symbols, var domain, var body, _) -> {
                out.append("every ");
                list(symbols, ", ");
                out.append(" in ");
                term(domain);
                out.append(" { ");
                node(body);
                out.append(" }");
            }
            case Statement.Not(var operand, _) -> {
                out.append("not ");
                operand(operand);
            }
            case Statement.Logical(var connective, var left, var right, _) -> {
                operand(left);
                out.append(connective == Statement.Connective.AND ? " and " : " or ");
                operand(right);
            }
        }
    }

    private void term(Term term) {
        switch (term) {
            case Scalar.Null _ -> out.append("null");
            case Scalar.Bool(var value, _) -> out.append(value);
            case Scalar.Num(var text, _) -> out.append(text);
            case Scalar.Text(var value, _) -> Quote.append(out, value);
            case Var v -> out.append(v.isWildcard() ? "_" : v.name());
            case Ref ref -> ref(ref);
            case Call(var function, var args, _) -> {
                ref(function);
                out.append("(");
                list(args, ", ");
                out.append(")");
            }
            case ArrayTerm(var items, _) -> {
                out.append("[");
                list(items, ", ");
                out.append("]");
            }
            case SetTerm(var items, _) -> {
                if (items.isEmpty()) {
                    out.append("set()");
                    return;
                }
                out.append("{");
                list(items, ", ");
                out.append("}");
            }
            case ObjectTerm(var entries, _) -> entries(entries);
            case Comprehension.OfArray(var item, var body, _) -> {
                out.append("[");
                term(item);
                closure(body, "]");
            }
            case Comprehension.OfSet(var item, var body, _) -> {
                out.append("{");
                term(item);
                closure(body, "}");
            }
            case Comprehension.OfObject(var key, var value, var body, _) -> {
                out.append("{");
                term(key);
                out.append(": ");
                term(value);
                closure(body, "}");
            }
            case TemplateString template -> template(template);
        }
    }

    private void closure(Body body, String end) {
        out.append(" | ");
        node(body);
        out.append(end);
    }

    private void entries(List<ObjectTerm.Entry> entries) {
        out.append("{");
        String separator = "";
        for (ObjectTerm.Entry entry : entries) {
            out.append(separator);
            term(entry.key());
            out.append(": ");
            term(entry.value());
            separator = ", ";
        }
        out.append("}");
    }

    private void template(TemplateString template) {
        String quote = template.raw() ? "`" : "\"";
        out.append("$").append(quote);
        for (TemplateString.Part part : template.parts()) {
            switch (part) {
                case TemplateString.Part.Literal(var text) -> {
                    String escaped = text.value().replace("{", "\\{");
                    out.append(
                            template.raw()
                                    ? escaped
                                    : Quote.inner(text.value()).replace("{", "\\{"));
                }
                case TemplateString.Part.Interpolation(var expr) -> {
                    out.append("{");
                    expr(expr);
                    out.append("}");
                }
            }
        }
        out.append(quote);
    }

    private void ref(Ref ref) {
        term(ref.head());
        keys(ref.path());
    }

    private void keys(List<Term> keys) {
        for (Term key : keys) {
            if (key instanceof Scalar.Text(var name, _) && isIdentifier(name)) {
                out.append(".").append(name);
            } else {
                out.append("[");
                term(key);
                out.append("]");
            }
        }
    }

    private static boolean isIdentifier(String name) {
        if (name.isEmpty() || KEYWORDS.contains(name) || Character.isDigit(name.charAt(0))) {
            return false;
        }
        return name.chars()
                .allMatch(c ->
                        c == '_'
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9'));
    }

    private void list(List<? extends Node> nodes, String separator) {
        Iterator<? extends Node> rest = nodes.iterator();
        while (rest.hasNext()) {
            node(rest.next());
            if (rest.hasNext()) {
                out.append(separator);
            }
        }
    }
}

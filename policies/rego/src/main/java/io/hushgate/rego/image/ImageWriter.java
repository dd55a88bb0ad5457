package io.hushgate.rego.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operand;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.compile.CompiledModules;
import io.hushgate.rego.compile.CompiledRule;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.eval.lower.Prerequisites;
import io.hushgate.rego.eval.lower.ProgramLowering;
import io.hushgate.rego.eval.lower.RuleAt;
import io.hushgate.rego.value.RegoString;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes compiled modules as an image. */
public final class ImageWriter {
    private final Map<String, Integer> texts;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ImageWriter(Map<String, Integer> texts) {
        this.texts = texts;
    }

    /**
     * The image of everything that the modules define.
     *
     * @param root the places of all rules
     */
    public static byte[] write(CompiledModules modules, Place root) {
        ImageWriter body = new ImageWriter(new LinkedHashMap<>());
        body.all(modules.modules(), module -> body.term(module.packageClause().path()));
        body.all(modules.rules(), rule -> body.rule(rule, root));
        ImageWriter whole = new ImageWriter(new LinkedHashMap<>());
        whole.number(Tag.VERSION);
        whole.all(List.copyOf(body.texts.keySet()), whole::bytes);
        whole.out.writeBytes(body.out.toByteArray());
        return whole.out.toByteArray();
    }

    private void rule(CompiledRule compiled, Place root) {
        Rule rule = compiled.rule();
        RuleAt.Outline outline = RuleAt.Outline.of(rule);
        term(compiled.path());
        flag(outline.isDefault());
        flag(outline.isMember());
        number(outline.parameters());
        place(outline.location());
        flag(isNotable(rule));
        all(prerequisites(rule, root), this::prerequisite);
        ImageWriter later = new ImageWriter(texts);
        later.branch(rule);
        number(later.out.size());
        out.writeBytes(later.out.toByteArray());
    }

    private static boolean isNotable(Rule rule) {
        boolean[] notable = {false};
        Walk.nodes(
                rule,
                node -> {
                    notable[0] |=
                            node instanceof With
                                    || (node instanceof Call call
                                            && ProgramLowering.SPEAKING.contains(call.name()));
                    return !notable[0];
                });
        return notable[0];
    }

    /** Those with plain keys; who knows fewer of them looks at a rule in vain, at worst. */
    private static List<Prerequisites.Part> prerequisites(Rule rule, Place root) {
        return Prerequisites.of(rule, root).parts().stream()
                .filter(part -> part.path().stream().allMatch(RegoString.class::isInstance))
                .toList();
    }

    private void prerequisite(Prerequisites.Part part) {
        flag(part.input());
        flag(part.scanned());
        all(part.path(), key -> text(((RegoString) key).value()));
    }

    private void branch(Rule rule) {
        flag(rule.isDefault());
        head(rule.head());
        body(rule.body());
        all(rule.elseRules(), this::branch);
        place(rule.location());
    }

    private void head(Head head) {
        term(head.ref());
        terms(head.args());
        switch (head.result()) {
            case Head.Result.Value(var value, var assigned, var generated) -> {
                flag(true);
                term(value);
                flag(assigned);
                flag(generated);
            }
            case Head.Result.Member(var key) -> {
                flag(false);
                term(key);
            }
        }
    }

    private void body(Body body) {
        all(body.exprs(), this::expression);
    }

    private void expression(Expr expr) {
        flag(expr.negated());
        all(expr.modifiers(), this::modifier);
        switch (expr.statement()) {
            case Statement.OfTerm(var term) -> {
                out.write(Tag.OF_TERM);
                term(term);
            }
            case Statement.Every(var symbols, var domain, var body, _) -> {
                out.write(Tag.EVERY);
                terms(symbols);
                term(domain);
                body(body);
            }
            case Statement.Not(var operand, _) -> {
                out.write(Tag.NOT);
                operand(operand);
            }
            case Statement.Logical(var connective, var left, var right, _) -> {
                out.write(connective == Statement.Connective.AND ? Tag.AND : Tag.OR);
                operand(left);
                operand(right);
            }
            case Statement.SomeVars _, Statement.SomeIn _ ->
                    throw new IllegalArgumentException("not compiled: " + expr);
        }
    }

    private void operand(Operand operand) {
        body(operand.body());
    }

    private void modifier(With with) {
        term(with.target());
        term(with.value());
    }

    private void terms(List<? extends Term> terms) {
        all(terms, this::term);
    }

    private void term(Term term) {
        switch (term) {
            case Scalar.Null _ -> out.write(Tag.NULL);
            case Scalar.Bool(var value, _) -> out.write(value ? Tag.TRUE : Tag.FALSE);
            case Scalar.Num(var number, _) -> leaf(Tag.NUMBER, number);
            case Scalar.Text(var text, _) -> leaf(Tag.TEXT, text);
            case Var(var name, _) -> leaf(Tag.VAR, name);
            case Ref(var parts, _) -> {
                out.write(Tag.REF);
                terms(parts);
            }
            case Call(var function, var args, var location) -> {
                out.write(Tag.CALL);
                term(function);
                terms(args);
                place(location);
            }
            case ArrayTerm(var items, _) -> {
                out.write(Tag.ARRAY);
                terms(items);
            }
            case SetTerm(var items, _) -> {
                out.write(Tag.SET);
                terms(items);
            }
            case ObjectTerm(var entries, _) -> {
                out.write(Tag.OBJECT);
                all(entries, this::entry);
            }
            case Comprehension.OfArray(var item, var body, _) -> {
                out.write(Tag.ARRAY_COMPREHENSION);
                term(item);
                body(body);
            }
            case Comprehension.OfSet(var item, var body, _) -> {
                out.write(Tag.SET_COMPREHENSION);
                term(item);
                body(body);
            }
            case Comprehension.OfObject(var key, var value, var body, var location) -> {
                out.write(Tag.OBJECT_COMPREHENSION);
                term(key);
                term(value);
                body(body);
                place(location);
            }
            case TemplateString _ -> throw new IllegalArgumentException("not compiled: " + term);
        }
    }

    private void entry(ObjectTerm.Entry entry) {
        term(entry.key());
        term(entry.value());
    }

    private void leaf(int tag, String text) {
        out.write(tag);
        text(text);
    }

    private void place(Location location) {
        text(location.file());
        number(location.row());
        number(location.column());
    }

    private void text(String text) {
        number(texts.computeIfAbsent(text, _ -> texts.size()));
    }

    private void bytes(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        number(utf8.length);
        out.writeBytes(utf8);
    }

    private void flag(boolean value) {
        out.write(value ? 1 : 0);
    }

    private <T> void all(List<T> items, Consumer<? super T> item) {
        number(items.size());
        items.forEach(item);
    }

    private void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}

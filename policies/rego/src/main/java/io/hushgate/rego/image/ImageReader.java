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
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.eval.lower.ProgramLowering;
import io.hushgate.rego.eval.lower.RuleAt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads an image. Texts, variables and constants that occur often are one object each. */
public final class ImageReader {
    private final byte[] image;
    private final List<Rule> notable = new ArrayList<>();
    private int at;
    private boolean isNotable;
    private String[] texts = new String[0];
    private @Nullable Var[] vars = new @Nullable Var[0];
    private @Nullable Scalar[] constants = new @Nullable Scalar[0];
    private @Nullable Source[] sources = new @Nullable Source[0];

    private ImageReader(byte[] image) {
        this.image = image;
    }

    /**
     * What an image holds.
     *
     * @param packages all packages, those without rules included
     * @param rules each after those that it needs
     * @param notable the rules in which something is replaced or printed
     */
    public record Contents(List<Ref> packages, List<RuleAt> rules, List<Rule> notable) {
        public Contents {
            packages = List.copyOf(packages);
            rules = List.copyOf(rules);
            notable = List.copyOf(notable);
        }
    }

    /**
     * Reads an image.
     *
     * @throws IllegalArgumentException if another version of the engine has written it
     */
    public static Contents read(byte[] image) {
        ImageReader reader = new ImageReader(image);
        if (reader.number() != Tag.VERSION) {
            throw new IllegalArgumentException(
                    "the image was made by another version of the engine; make it anew");
        }
        reader.texts();
        List<Ref> packages = reader.all(reader::ref);
        List<RuleAt> rules = reader.all(reader::rule);
        return new Contents(packages, rules, reader.notable);
    }

    private void texts() {
        int count = number();
        texts = new String[count];
        vars = new @Nullable Var[count];
        constants = new @Nullable Scalar[count];
        sources = new @Nullable Source[count];
        for (int i = 0; i < count; i++) {
            int length = number();
            texts[i] = new String(image, at, length, UTF_8);
            at += length;
        }
    }

    private RuleAt rule() {
        Ref path = ref();
        isNotable = false;
        Rule rule = branch();
        if (isNotable) {
            notable.add(rule);
        }
        return new RuleAt(path, rule);
    }

    private Rule branch() {
        boolean isDefault = flag();
        Head head = head();
        Body body = body();
        List<Rule> elseRules = all(this::branch);
        return new Rule(isDefault, head, body, elseRules, List.of(), place());
    }

    private Head head() {
        Ref ref = ref();
        List<Term> args = terms();
        Head.Result result =
                flag()
                        ? new Head.Result.Value(term(), flag(), flag())
                        : new Head.Result.Member(term());
        return new Head(ref, args, result, Location.NONE);
    }

    private Body body() {
        return new Body(all(this::expression), Location.NONE);
    }

    private Expr expression() {
        boolean negated = flag();
        List<With> modifiers = all(this::modifier);
        return new Expr(statement(), negated, false, modifiers, Location.NONE);
    }

    private With modifier() {
        isNotable = true;
        Ref target = ref();
        return new With(target, term(), Location.NONE);
    }

    private Statement statement() {
        return switch (image[at++]) {
            case Tag.OF_TERM -> new Statement.OfTerm(term());
            case Tag.EVERY -> {
                List<Var> symbols = all(this::variable);
                Term domain = term();
                yield new Statement.Every(symbols, domain, body(), Location.NONE);
            }
            case Tag.NOT -> new Statement.Not(operand(), Location.NONE);
            case Tag.AND -> logical(Statement.Connective.AND);
            case Tag.OR -> logical(Statement.Connective.OR);
            default -> throw damaged();
        };
    }

    private Statement logical(Statement.Connective connective) {
        Operand left = operand();
        return new Statement.Logical(connective, left, operand(), Location.NONE);
    }

    private Operand operand() {
        return new Operand(body(), true, Location.NONE);
    }

    private List<Term> terms() {
        return all(this::term);
    }

    private Term term() {
        return switch (image[at++]) {
            case Tag.NULL -> new Scalar.Null(Location.NONE);
            case Tag.FALSE -> new Scalar.Bool(false, Location.NONE);
            case Tag.TRUE -> new Scalar.Bool(true, Location.NONE);
            case Tag.NUMBER -> new Scalar.Num(texts[number()], Location.NONE);
            case Tag.TEXT -> constant(number());
            case Tag.VAR -> variable(number());
            case Tag.REF -> new Ref(terms(), Location.NONE);
            case Tag.CALL -> {
                Ref function = ref();
                List<Term> args = terms();
                isNotable |= ProgramLowering.SPEAKING.contains(function.toString());
                yield new Call(function, args, place());
            }
            case Tag.ARRAY -> new ArrayTerm(terms(), Location.NONE);
            case Tag.SET -> new SetTerm(terms(), Location.NONE);
            case Tag.OBJECT -> new ObjectTerm(all(this::entry), Location.NONE);
            case Tag.ARRAY_COMPREHENSION -> {
                Term item = term();
                yield new Comprehension.OfArray(item, body(), Location.NONE);
            }
            case Tag.SET_COMPREHENSION -> {
                Term item = term();
                yield new Comprehension.OfSet(item, body(), Location.NONE);
            }
            case Tag.OBJECT_COMPREHENSION -> {
                Term key = term();
                Term value = term();
                Body body = body();
                yield new Comprehension.OfObject(key, value, body, place());
            }
            default -> throw damaged();
        };
    }

    private ObjectTerm.Entry entry() {
        Term key = term();
        return new ObjectTerm.Entry(key, term());
    }

    private Ref ref() {
        if (image[at++] != Tag.REF) {
            throw damaged();
        }
        return new Ref(terms(), Location.NONE);
    }

    private Var variable() {
        if (image[at++] != Tag.VAR) {
            throw damaged();
        }
        return variable(number());
    }

    private Var variable(int text) {
        Var known = vars[text];
        if (known == null) {
            known = Var.of(texts[text]);
            vars[text] = known;
        }
        return known;
    }

    private Scalar constant(int text) {
        Scalar known = constants[text];
        if (known == null) {
            known = Scalar.Text.of(texts[text]);
            constants[text] = known;
        }
        return known;
    }

    private Location place() {
        int file = number();
        Source source = sources[file];
        if (source == null) {
            source = new Source(texts[file], "");
            sources[file] = source;
        }
        int row = number();
        return new Location(source, row, number(), 0, 0);
    }

    private boolean flag() {
        return image[at++] != 0;
    }

    private <T> List<T> all(Supplier<? extends T> item) {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.get());
        }
        return items;
    }

    private int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = image[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException("the image is damaged at byte " + (at - 1));
    }
}

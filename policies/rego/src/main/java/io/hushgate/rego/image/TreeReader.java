package io.hushgate.rego.image;

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
import java.util.List;

/** Reads the trees of an image. For one thread. */
final class TreeReader {
    private final Cursor cursor;
    private final Texts texts;

    TreeReader(Cursor cursor, Texts texts) {
        this.cursor = cursor;
        this.texts = texts;
    }

    /** A rule with its branches. */
    Rule branch() {
        boolean isDefault = cursor.flag();
        Head head = head();
        Body body = body();
        List<Rule> elseRules = cursor.all(this::branch);
        return new Rule(isDefault, head, body, elseRules, List.of(), place());
    }

    private Head head() {
        Ref ref = ref();
        List<Term> args = terms();
        Head.Result result =
                cursor.flag()
                        ? new Head.Result.Value(term(), cursor.flag(), cursor.flag())
                        : new Head.Result.Member(term());
        return new Head(ref, args, result, Location.NONE);
    }

    private Body body() {
        return new Body(cursor.all(this::expression), Location.NONE);
    }

    private Expr expression() {
        boolean negated = cursor.flag();
        List<With> modifiers = cursor.all(this::modifier);
        return new Expr(statement(), negated, false, modifiers, Location.NONE);
    }

    private With modifier() {
        Ref target = ref();
        return new With(target, term(), Location.NONE);
    }

    private Statement statement() {
        return switch (cursor.next()) {
            case Tag.OF_TERM -> new Statement.OfTerm(term());
            case Tag.EVERY -> {
                List<Var> symbols = cursor.all(this::variable);
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
        return cursor.all(this::term);
    }

    private Term term() {
        return switch (cursor.next()) {
            case Tag.NULL -> new Scalar.Null(Location.NONE);
            case Tag.FALSE -> new Scalar.Bool(false, Location.NONE);
            case Tag.TRUE -> new Scalar.Bool(true, Location.NONE);
            case Tag.NUMBER -> new Scalar.Num(texts.at(cursor.number()), Location.NONE);
            case Tag.TEXT -> constant(cursor.number());
            case Tag.VAR -> variable(cursor.number());
            case Tag.REF -> new Ref(terms(), Location.NONE);
            case Tag.CALL -> {
                Ref function = ref();
                List<Term> args = terms();
                yield new Call(function, args, place());
            }
            case Tag.ARRAY -> new ArrayTerm(terms(), Location.NONE);
            case Tag.SET -> new SetTerm(terms(), Location.NONE);
            case Tag.OBJECT -> new ObjectTerm(cursor.all(this::entry), Location.NONE);
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

    Ref ref() {
        if (cursor.next() != Tag.REF) {
            throw damaged();
        }
        return new Ref(terms(), Location.NONE);
    }

    private Var variable() {
        if (cursor.next() != Tag.VAR) {
            throw damaged();
        }
        return variable(cursor.number());
    }

    private Var variable(int text) {
        return texts.var(text);
    }

    private Scalar constant(int text) {
        return texts.constant(text);
    }

    Location place() {
        Source source = texts.source(cursor.number());
        int row = cursor.number();
        return new Location(source, row, cursor.number(), 0, 0);
    }

    private IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "the image is damaged at byte " + (cursor.position() - 1));
    }
}

package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads terms.
 *
 * <p>The grammar is ambiguous in one place: <code>{a | b}</code> is a comprehension if it can be,
 * and else a set with a union in it. So the parser tries and goes back; {@link TermMemory} keeps it
 * from reading anything nested a second time.
 */
final class TermParser {
    private final TokenStream in;
    private final TermMemory memory = new TermMemory();
    private final BodyParser bodies;
    private final ScalarParser scalars;

    TermParser(TokenStream in, BodyParser bodies) {
        this.in = in;
        this.bodies = bodies;
        this.scalars = new ScalarParser(in, bodies);
    }

    /** Forgets terms that were read before; a new statement never goes back to them. */
    void forget() {
        memory.clear();
    }

    /** A term with operators, where {@code k, v in xs} may stand too. */
    Term infix() {
        return membership(true);
    }

    /** The same, or null where there is none; going back is up to the caller. */
    @Nullable Term tryInfix() {
        try {
            return infix();
        } catch (Failure failure) {
            return null;
        }
    }

    /** A term with operators between commas. */
    Term infixInList() {
        return membership(false);
    }

    private Term membership(boolean keyed) {
        int start = in.token().start();
        Term left = operators(term(), Precedence.LOWEST, start);
        if (keyed && in.at(TokenKind.COMMA)) {
            left = keyedMembership(left, start);
        }
        return memberships(left, start);
    }

    /** Goes on after {@code left} as long as {@code in} follows. */
    private Term memberships(Term first, int start) {
        Term left = first;
        int levels = 0;
        while (in.at(TokenKind.IN) && !in.startsReference()) {
            in.enter();
            levels++;
            Ref function = Operator.MEMBER.ref(in.here());
            in.advance();
            left = new Call(function, List.of(left, relation()), span(left, start));
        }
        in.leave(levels);
        if (in.startsReference()) {
            // a keyword with keys is the name of the next rule, not a keyword after this term
            in.readAsName();
        }
        return left;
    }

    /** Reads {@code , value in domain} after a key; if there is none, stays where it is. */
    private Term keyedMembership(Term key, int start) {
        TokenStream.Mark mark = in.mark();
        try {
            in.advance();
            Term value = relation();
            if (in.at(TokenKind.IN)) {
                Ref function = Operator.MEMBER_WITH_KEY.ref(in.here());
                in.advance();
                Term domain = relation();
                return new Call(function, List.of(key, value, domain), span(key, start));
            }
        } catch (Failure failure) {
            // no membership: the comma means something else
        }
        in.back(mark);
        return key;
    }

    private Term relation() {
        int start = in.token().start();
        return operators(term(), Precedence.LOWEST, start);
    }

    /** Goes on after {@code left} as long as operators of at least this precedence follow. */
    private Term operators(Term first, int atLeast, int start) {
        Term left = first;
        int levels = 0;
        while (true) {
            TokenKind kind = in.kind();
            int precedence = Precedence.of(kind);
            if (precedence < atLeast) {
                in.leave(levels);
                return left;
            }
            in.enter();
            levels++;
            Ref function = Precedence.operator(kind).ref(in.here());
            in.advance();
            int rightStart = in.token().start();
            Term right = operators(term(), precedence + 1, rightStart);
            left = new Call(function, List.of(left, right), span(left, start));
        }
    }

    private Location span(Term first, int start) {
        return first.location().covering(start, in.lastEnd());
    }

    /** A term without operators. */
    Term term() {
        if (in.token().kind().isKeyword()) {
            // whether it is a name here depends on more than its position
            return start();
        }
        TermMemory.Entry known = memory.at(in.position());
        if (known != null) {
            return known.replay(in);
        }
        TokenStream.Mark mark = in.mark();
        in.enter();
        try {
            Term term = start();
            in.leave(1);
            memory.store(mark, in, term);
            return term;
        } catch (Failure failure) {
            memory.storeFailure(mark, in);
            throw failure;
        }
    }

    private Term start() {
        readCallOfAndOrOrAsName();
        return switch (in.kind()) {
            case LEFT_BRACKET -> finish(array());
            case LEFT_BRACE -> finish(setOrObject());
            case LEFT_PAREN -> finish(parenthesized());
            case IDENT, CONTAINS -> finish(variable());
            case MINUS -> minus();
            case DOT, NUMBER -> finish(scalars.number());
            case STRING, RAW_STRING -> finish(scalars.string());
            case TEMPLATE_PART, TEMPLATE_END, RAW_TEMPLATE_PART, RAW_TEMPLATE_END ->
                    finish(scalars.template());
            case NULL -> finish(constant(new Scalar.Null(in.here())));
            case TRUE -> finish(constant(new Scalar.Bool(true, in.here())));
            case FALSE -> finish(constant(new Scalar.Bool(false, in.here())));
            default -> throw in.unexpected();
        };
    }

    /** The words {@code and} and {@code or} before a parenthesis are the set functions. */
    private void readCallOfAndOrOrAsName() {
        TokenKind kind = in.kind();
        if ((kind == TokenKind.LOGICAL_AND || kind == TokenKind.LOGICAL_OR)
                && in.nextIsGlued(TokenKind.LEFT_PAREN)) {
            in.readAsName();
        }
    }

    private Term constant(Scalar constant) {
        in.advance();
        return constant;
    }

    Var variable() {
        Location here = in.here();
        Var variable = in.text().equals("_") ? in.wildcard(here) : new Var(in.text(), here);
        in.advance();
        return variable;
    }

    /** A negative number, or {@code -x}, which is {@code 0 - x}. */
    private Term minus() {
        Location sign = in.here();
        TokenStream.Mark mark = in.mark();
        in.advance();
        if (!in.at(TokenKind.IDENT) && !in.at(TokenKind.CONTAINS)) {
            in.back(mark);
            return finish(scalars.number());
        }
        Term operand = finish(variable());
        return new Call(
                Operator.MINUS.ref(sign),
                List.of(new Scalar.Num("0", sign), operand),
                in.since(sign));
    }

    private Term parenthesized() {
        int start = in.token().start();
        in.advance();
        Term inner = infix();
        if (!in.at(TokenKind.RIGHT_PAREN)) {
            throw in.fail(in.here(), "non-terminated expression");
        }
        int end = in.token().end();
        in.advance();
        return inner.at(inner.location().covering(start, end));
    }

    /**
     * Goes on with keys and arguments that follow directly; {@code data} and {@code input} alone
     * become references.
     */
    private Term finish(Term head) {
        if (!in.token().spaced() && startsKeyOrCall()) {
            return reference(head);
        }
        return rootAsReference(head);
    }

    /**
     * Like a term that begins with this name, but white space may stand before keys and arguments.
     */
    Term headOf(Var name) {
        if (!in.token().spaced() && Precedence.of(in.kind()) >= Precedence.LOWEST) {
            throw in.unexpected();
        }
        return startsKeyOrCall() ? reference(name) : rootAsReference(name);
    }

    private boolean startsKeyOrCall() {
        return switch (in.kind()) {
            case LEFT_PAREN, DOT, LEFT_BRACKET -> true;
            default -> false;
        };
    }

    private static Term rootAsReference(Term head) {
        return head instanceof Var v && v.isRootDocument()
                ? new Ref(List.of(head), head.location())
                : head;
    }

    private Term reference(Term first) {
        int start = first.location().start();
        Term head = first;
        int levels = 0;
        while (true) {
            requireHead(head);
            List<Term> parts = keys(head);
            Ref ref = new Ref(parts, span(head, start));
            if (!in.at(TokenKind.LEFT_PAREN) || (in.token().spaced() && parts.size() > 1)) {
                in.leave(levels);
                return ref;
            }
            Term call = call(ref, start);
            if (in.token().spaced() || !(in.at(TokenKind.DOT) || in.at(TokenKind.LEFT_BRACKET))) {
                in.leave(levels);
                return call;
            }
            in.enter();
            levels++;
            head = call;
        }
    }

    private void requireHead(Term head) {
        switch (head) {
            case Scalar _, Ref _, TemplateString _ ->
                    throw in.fail(
                            head.location(),
                            "illegal ref (head cannot be " + head.typeName() + ")");
            case Var _, Call _, ArrayTerm _, SetTerm _, ObjectTerm _, Comprehension _ -> {}
        }
    }

    /** The head and all keys that follow it without white space between. */
    private List<Term> keys(Term head) {
        List<Term> parts = new ArrayList<>();
        parts.add(head);
        while (parts.size() == 1 || !in.token().spaced()) {
            switch (in.kind()) {
                case DOT -> {
                    in.advance();
                    parts.add(name());
                }
                case LEFT_BRACKET -> {
                    in.advance();
                    parts.add(infix());
                    expect(TokenKind.RIGHT_BRACKET, "expected " + TokenKind.LEFT_BRACKET.text());
                }
                default -> {
                    return parts;
                }
            }
        }
        return parts;
    }

    private Term name() {
        if (in.token().spaced()) {
            throw in.unexpectedSpace("expected " + TokenKind.IDENT.text());
        }
        if (!in.at(TokenKind.IDENT) && !in.kind().isKeyword()) {
            throw in.unexpected("expected " + TokenKind.IDENT.text());
        }
        Term key = new Scalar.Text(in.text(), in.here());
        in.advance();
        return key;
    }

    private Term call(Ref function, int start) {
        in.advance();
        if (in.at(TokenKind.RIGHT_PAREN)) {
            in.advance();
            Location location = span(function, start);
            return function.size() == 1
                            && function.head() instanceof Var v
                            && v.name().equals("set")
                    ? new SetTerm(List.of(), location)
                    : new Call(function, List.of(), location);
        }
        List<Term> args = list(TokenKind.RIGHT_PAREN, new ArrayList<>());
        return new Call(function, args, span(function, start));
    }

    /** Terms between commas, up to and with the end; {@code items} are those already read. */
    private List<Term> list(TokenKind end, List<Term> items) {
        while (!in.at(end)) {
            items.add(infixInList());
            separator(end);
        }
        in.advance();
        return items;
    }

    private void separator(TokenKind end) {
        if (in.at(TokenKind.COMMA)) {
            in.advance();
        } else if (!in.at(end)) {
            throw in.unexpected("expected \",\" or \"" + end.text() + "\"");
        }
    }

    private void expect(TokenKind kind, String note) {
        if (!in.at(kind)) {
            throw in.unexpected(note);
        }
        in.advance();
    }

    private Term array() {
        Location start = in.here();
        in.advance();
        if (in.at(TokenKind.RIGHT_BRACKET)) {
            in.advance();
            return new ArrayTerm(List.of(), in.since(start));
        }
        boolean comprehension = !skipLeadingComma();
        int itemStart = in.token().start();
        Term first = term();
        if (comprehension && in.at(TokenKind.OR)) {
            Body body = comprehensionBody(TokenKind.RIGHT_BRACKET);
            if (body != null) {
                return new Comprehension.OfArray(first, body, in.since(start));
            }
        }
        List<Term> items = new ArrayList<>();
        items.add(rest(first, itemStart));
        separator(TokenKind.RIGHT_BRACKET);
        return new ArrayTerm(list(TokenKind.RIGHT_BRACKET, items), in.since(start));
    }

    /** Old texts have a comma before the first item; then this is no comprehension. */
    private boolean skipLeadingComma() {
        if (!in.at(TokenKind.COMMA)) {
            return false;
        }
        in.advance();
        return true;
    }

    /** The operators after a term that was read alone. */
    private Term rest(Term first, int start) {
        return memberships(operators(first, Precedence.LOWEST, start), start);
    }

    /**
     * Reads {@code | body end}. Returns null, back at the bar, if that is no body but the bar may
     * be a union.
     */
    private @Nullable Body comprehensionBody(TokenKind end) {
        TokenStream.Mark mark = in.mark();
        try {
            in.advance();
            Body body = bodies.body(end);
            in.advance();
            return body;
        } catch (Failure failure) {
            if (!in.at(TokenKind.COMMA)) {
                throw failure;
            }
            in.back(mark);
            return null;
        }
    }

    private Term setOrObject() {
        Location start = in.here();
        in.advance();
        if (in.at(TokenKind.RIGHT_BRACE)) {
            in.advance();
            return new ObjectTerm(List.of(), in.since(start));
        }
        boolean comprehension = !skipLeadingComma();
        int itemStart = in.token().start();
        Term first = term();
        if (comprehension && in.at(TokenKind.OR)) {
            Body body = comprehensionBody(TokenKind.RIGHT_BRACE);
            if (body != null) {
                return new Comprehension.OfSet(first, body, in.since(start));
            }
        }
        first = rest(first, itemStart);
        return switch (in.kind()) {
            case COLON -> object(start, first, comprehension);
            case COMMA, RIGHT_BRACE -> set(start, first);
            default -> throw in.unexpected("non-terminated set");
        };
    }

    private Term set(Location start, Term first) {
        List<Term> items = new ArrayList<>();
        items.add(first);
        separator(TokenKind.RIGHT_BRACE);
        Set<Term> distinct = new LinkedHashSet<>(list(TokenKind.RIGHT_BRACE, items));
        return new SetTerm(List.copyOf(distinct), in.since(start));
    }

    private Term object(Location start, Term key, boolean comprehension) {
        in.advance();
        int valueStart = in.token().start();
        Term value = term();
        if (comprehension && in.at(TokenKind.OR)) {
            TokenStream.Mark mark = in.mark();
            try {
                in.advance();
                Body body = bodies.body(TokenKind.RIGHT_BRACE);
                in.advance();
                return new Comprehension.OfObject(key, value, body, in.since(start));
            } catch (Failure failure) {
                in.back(mark);
            }
        }
        value = rest(value, valueStart);
        if (!in.at(TokenKind.COMMA) && !in.at(TokenKind.RIGHT_BRACE)) {
            throw in.unexpected("non-terminated object");
        }
        Map<Term, Term> entries = new LinkedHashMap<>();
        entries.put(key, value);
        separator(TokenKind.RIGHT_BRACE);
        while (!in.at(TokenKind.RIGHT_BRACE)) {
            Term nextKey = infixInList();
            expect(TokenKind.COLON, "expected \":\"");
            entries.put(nextKey, infixInList());
            separator(TokenKind.RIGHT_BRACE);
        }
        in.advance();
        List<ObjectTerm.Entry> list =
                entries.entrySet().stream()
                        .map(e -> new ObjectTerm.Entry(e.getKey(), e.getValue()))
                        .toList();
        return new ObjectTerm(list, in.since(start));
    }
}

package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Head.Result;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules that have a body or {@code contains}; the others look like expressions, see {@link
 * BareRule}.
 */
final class RuleParser {
    private final TokenStream in;
    private final BodyParser bodies;
    private final HeadParser heads;

    RuleParser(TokenStream in, BodyParser bodies) {
        this.in = in;
        this.bodies = bodies;
        this.heads = new HeadParser(in, bodies.terms());
    }

    /**
     * The rules that begin here, one for each body; none, with anything read, if this is no rule.
     */
    List<Definition> rules() {
        Location start = in.here();
        nameIfReference();
        boolean isDefault = in.at(TokenKind.DEFAULT);
        if (isDefault) {
            in.advance();
            nameIfReference();
        }
        if (!in.at(TokenKind.IDENT)) {
            return List.of();
        }
        HeadParser.Draft draft = heads.head(isDefault);
        return isDefault ? List.of(defaultRule(start, draft)) : rules(start, draft);
    }

    private void nameIfReference() {
        if (in.startsReference()) {
            in.readAsName();
        }
    }

    private Definition defaultRule(Location start, HeadParser.Draft draft) {
        Head head = draft.complete(in.since(start));
        if (draft.member() != null || (draft.value() == null && !draft.hasGeneratedValue())) {
            throw in.fail(start, "illegal default rule (must have a value)");
        }
        checkDefaultValue(start, head);
        checkDefaultArgs(start, head);
        Rule rule = new Rule(true, head, truth(start), List.of(), List.of(), in.since(start));
        return new Definition(rule, false, false);
    }

    private void checkDefaultValue(Location start, Head head) {
        head.value()
                .ifPresent(value ->
                        Walk.terms(
                                value,
                                term -> {
                                    if (term instanceof Ref
                                            || term instanceof Var
                                            || term instanceof Call) {
                                        throw in.fail(
                                                start,
                                                "illegal default rule (value cannot contain %s)"
                                                        .formatted(term.typeName()));
                                    }
                                    return !(term instanceof Comprehension);
                                }));
    }

    private void checkDefaultArgs(Location start, Head head) {
        Set<Term> seen = new HashSet<>();
        for (Term arg : head.args()) {
            if (!(arg instanceof Var)) {
                throw in.fail(
                        start,
                        "illegal default rule (arguments cannot contain " + arg.typeName() + ")");
            }
            if (!seen.add(arg)) {
                throw in.fail(
                        start, "illegal default rule (arguments cannot be repeated " + arg + ")");
            }
        }
    }

    private List<Definition> rules(Location start, HeadParser.Draft draft) {
        boolean usesContains = draft.member() != null;
        boolean usesIf = in.at(TokenKind.IF);
        Body body;
        if (usesIf) {
            in.advance();
            body = bodyAfterIf();
        } else if (in.at(TokenKind.LEFT_BRACE)) {
            body = braces();
        } else if (usesContains) {
            Location location = in.since(start);
            Head head = draft.complete(location);
            Rule rule = new Rule(false, head, truth(start), List.of(), List.of(), location);
            return List.of(new Definition(rule, false, true));
        } else {
            return List.of();
        }
        Head head = draft.complete(usesIf);
        List<Rule> branches = branches(head);
        Rule rule = new Rule(false, head, body, branches, List.of(), in.since(start));
        List<Definition> definitions = new ArrayList<>();
        definitions.add(new Definition(rule, usesIf, usesContains));
        while (in.at(TokenKind.LEFT_BRACE)) {
            if (!branches.isEmpty()) {
                throw in.fail(in.here(), "expected else keyword");
            }
            definitions.add(new Definition(chained(head), usesIf, usesContains));
        }
        return definitions;
    }

    /** Another body under the same head. */
    private Rule chained(Head head) {
        Location start = in.here();
        Body body = braces();
        Location location = in.since(start);
        Head copy = new Head(head.ref(), freshWildcards(head.args()), head.result(), location);
        return new Rule(false, copy, body, List.of(), List.of(), location);
    }

    private Body braces() {
        in.advance();
        Body body = bodies.body(TokenKind.RIGHT_BRACE);
        in.advance();
        return body;
    }

    /**
     * One expression, or several in braces. A set is no expression: {@code if { true }} is a body.
     */
    private Body bodyAfterIf() {
        if (!in.at(TokenKind.LEFT_BRACE)) {
            return single(bodies.literal());
        }
        TokenStream.Mark mark = in.mark();
        Expr expr = tryLiteral();
        if (expr != null && !isSet(expr)) {
            return single(expr);
        }
        in.back(mark);
        return braces();
    }

    private @Nullable Expr tryLiteral() {
        try {
            return bodies.literal();
        } catch (Failure failure) {
            return null;
        }
    }

    private static boolean isSet(Expr expr) {
        return expr.statement() instanceof Statement.OfTerm(SetTerm _);
    }

    private static Body single(Expr expr) {
        return new Body(List.of(expr), expr.location());
    }

    private List<Rule> branches(Head head) {
        List<Rule> branches = new ArrayList<>();
        while (in.at(TokenKind.ELSE)) {
            if (branches.isEmpty()) {
                if (in.startsReference()) {
                    // a rule whose name begins with else
                    in.readAsName();
                    break;
                }
                rejectBranchOf(head);
            }
            branches.add(branch(head));
        }
        return branches;
    }

    private void rejectBranchOf(Head head) {
        if (!head.ref().isGround()) {
            throw in.fail(in.here(), "else keyword cannot be used on rules with variables in head");
        }
        if (head.isPartialSet()) {
            throw in.fail(in.here(), "else keyword cannot be used on multi-value rules");
        }
    }

    private Rule branch(Head head) {
        Location start = in.here();
        in.advance();
        Result result =
                switch (in.kind()) {
                    case LEFT_BRACE, IF ->
                            new Result.Value(new Scalar.Bool(true, start), false, true);
                    case ASSIGN, UNIFY -> {
                        boolean assigned = in.at(TokenKind.ASSIGN);
                        in.advance();
                        yield new Result.Value(bodies.terms().infix(), assigned, false);
                    }
                    default -> throw in.unexpected("expected else value term or rule body");
                };
        Head branchHead =
                new Head(head.ref(), freshWildcards(head.args()), result, in.since(start));
        Body body = branchBody(start);
        return new Rule(false, branchHead, body, List.of(), List.of(), in.since(start));
    }

    private Body branchBody(Location start) {
        boolean usesIf = in.at(TokenKind.IF);
        if (!usesIf && !in.at(TokenKind.LEFT_BRACE)) {
            return truth(start);
        }
        if (usesIf) {
            in.advance();
        }
        if (in.at(TokenKind.LEFT_BRACE)) {
            return braces();
        }
        if (in.at(TokenKind.EOF)) {
            throw in.unexpected("rule body expected");
        }
        return single(bodies.literal());
    }

    private List<Term> freshWildcards(List<Term> args) {
        return args.stream()
                .map(arg ->
                        arg instanceof Var v && v.isWildcard() ? in.wildcard(v.location()) : arg)
                .toList();
    }

    /** The body of a rule that has none. */
    static Body truth(Location location) {
        return Body.of(Expr.generated(new Scalar.Bool(true, location)));
    }
}

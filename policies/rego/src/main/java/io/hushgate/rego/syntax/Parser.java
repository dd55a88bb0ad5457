package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads Rego text.
 *
 * <p>All methods throw {@link RegoException} with errors of code {@code rego_parse_error} if the
 * text is not well-formed. Stateless and thread-safe.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/policy-reference#grammar">OPA: grammar</a>
 */
public final class Parser {
    private Parser() {}

    /** Reads a module. */
    public static Module parseModule(Source source, ParserOptions options) {
        return new ModuleParser(source, options).parse();
    }

    /** Reads a module of version 1. */
    public static Module parseModule(String name, String text) {
        return parseModule(new Source(name, text), ParserOptions.V1);
    }

    /** Reads a module from bytes, which must be UTF-8. */
    public static Module parseModule(String name, byte[] bytes, ParserOptions options) {
        return parseModule(Utf8.decode(name, bytes), options);
    }

    /** Reads a query: expressions separated by semicolons or line breaks. */
    public static Body parseBody(String text, ParserOptions options) {
        Source source = new Source("", text);
        TokenStream in = stream(source, Lexer.tokenize(source).tokens(), options);
        BodyParser bodies = new BodyParser(in);
        List<Expr> exprs = new ArrayList<>();
        Location start = in.here();
        try {
            do {
                exprs.addAll(bodies.query().exprs());
            } while (!in.at(TokenKind.EOF));
        } catch (Failure failure) {
            throw new RegoException(in.errors());
        }
        return new Body(exprs, in.since(start));
    }

    /** Reads a query of version 1. */
    public static Body parseBody(String text) {
        return parseBody(text, ParserOptions.V1);
    }

    /**
     * Reads one term: a constant, variable, reference, collection or comprehension, but no call.
     */
    public static Term parseTerm(String text, ParserOptions options) {
        Body body = parseBody(text, options);
        Expr expr = body.exprs().getFirst();
        Term term = expr.term().filter(t -> !(t instanceof Call)).orElse(null);
        if (body.exprs().size() > 1 || term == null || !expr.modifiers().isEmpty()) {
            throw new RegoException(
                    new RegoError(
                            ErrorCode.PARSE,
                            "expected exactly one term but got: " + body,
                            body.location()));
        }
        return term;
    }

    /** Reads one term of version 1. */
    public static Term parseTerm(String text) {
        return parseTerm(text, ParserOptions.V1);
    }

    static TokenStream stream(Source source, List<Token> tokens, ParserOptions options) {
        Set<TokenKind> keywords = Keywords.of(options.version());
        if (options.features().and()) {
            keywords.add(TokenKind.LOGICAL_AND);
        }
        if (options.features().or()) {
            keywords.add(TokenKind.LOGICAL_OR);
        }
        TokenStream in = new TokenStream(source, tokens, keywords);
        if (options.features().not()) {
            in.setNegatesBodies();
        }
        return in;
    }
}

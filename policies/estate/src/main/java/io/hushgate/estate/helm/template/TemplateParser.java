package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.template.Operand.Constant;
import io.hushgate.estate.helm.template.Operand.Nested;
import io.hushgate.estate.helm.template.Statement.Branch;
import io.hushgate.estate.helm.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a template by recursive descent, as deep as {@link RenderLimits#maxDepth}.
 *
 * <pre>
 *   text     := (literal | action)*
 *   action   := pipeline | 'if' pipeline | 'range' ... | 'define' string | 'template' string pipeline? | 'end' ...
 *   pipeline := ((var (',' var)?) (':=' | '='))? command ('|' command)*
 *   command  := operand+
 *   operand  := ('.' | field | var | name | constant | '(' pipeline ')') field*
 * </pre>
 */
public final class TemplateParser {
    private final String file;
    private final List<Token> tokens;
    private final int maxDepth;
    private final List<Template> defined = new ArrayList<>();
    private int at;
    private int depth;

    private TemplateParser(String file, String text, RenderLimits limits) {
        this.file = file;
        this.tokens = Lexer.tokens(text);
        this.maxDepth = limits.maxDepth();
    }

    /**
     * Parses a text into the template of that name and those that it defines, the text's own last.
     *
     * @throws TemplateProblem if it is no template
     */
    public static List<Template> parse(String name, String text, RenderLimits limits) {
        TemplateParser parser = new TemplateParser(name, text, limits);
        List<Statement> body = parser.statements(Set.of());
        parser.defined.add(new Template(name, name, body));
        return parser.defined;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    private void skipSpace() {
        while (peek().is(Kind.SPACE)) {
            at++;
        }
    }

    private static TemplateProblem unexpected(Token token, String where) {
        String what =
                token.text().isEmpty()
                        ? token.kind().toString().toLowerCase(java.util.Locale.ROOT)
                        : token.text();
        return TemplateProblem.at(token.offset(), "unexpected " + what + " in " + where);
    }

    private void deeper(int offset) {
        if (++depth > maxDepth) {
            throw TemplateProblem.at(offset, "nested deeper than " + maxDepth);
        }
    }

    /** Reads up to an action that begins with one of the words, which is next; or to the end. */
    private List<Statement> statements(Set<String> until) {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            Token token = peek();
            if (token.is(Kind.END)) {
                if (until.isEmpty()) {
                    return statements;
                }
                throw TemplateProblem.at(token.offset(), "an end is missing");
            }
            if (token.is(Kind.LITERAL)) {
                at++;
                statements.add(new Statement.Literal(token.text(), token.offset()));
                continue;
            }
            int open = at;
            at++;
            skipSpace();
            Token first = peek();
            if (first.is(Kind.KEYWORD) && until.contains(first.text())) {
                return statements;
            }
            if (first.is(Kind.KEYWORD) && !first.text().equals("nil")) {
                at++;
                keyword(first, tokens.get(open).offset(), statements);
            } else {
                Pipeline pipeline = pipeline("an action", Kind.CLOSE);
                statements.add(new Statement.Action(pipeline, tokens.get(open).offset()));
            }
        }
    }

    private void keyword(Token word, int offset, List<Statement> into) {
        switch (word.text()) {
            case "if" -> into.add(branch(Branch.Kind.IF, offset));
            case "with" -> into.add(branch(Branch.Kind.WITH, offset));
            case "range" -> into.add(branch(Branch.Kind.RANGE, offset));
            case "define" -> define(offset);
            case "block" -> into.add(block(offset));
            case "template" -> {
                String name = name();
                into.add(new Statement.Invoke(name, argument(), offset));
            }
            case "break" -> into.add(leave(false, offset));
            case "continue" -> into.add(leave(true, offset));
            default -> throw unexpected(word, "a template");
        }
    }

    private Statement leave(boolean continues, int offset) {
        close("break or continue");
        return new Statement.Leave(continues, offset);
    }

    private void close(String where) {
        skipSpace();
        Token token = next();
        if (!token.is(Kind.CLOSE)) {
            throw unexpected(token, where);
        }
    }

    private String name() {
        skipSpace();
        Token token = next();
        if (!token.is(Kind.STRING)) {
            throw unexpected(token, "the name of a template");
        }
        return token.text();
    }

    private Optional<Pipeline> argument() {
        skipSpace();
        if (peek().is(Kind.CLOSE)) {
            at++;
            return Optional.empty();
        }
        return Optional.of(pipeline("a template clause", Kind.CLOSE));
    }

    private void define(int offset) {
        String name = name();
        close("define");
        deeper(offset);
        List<Statement> body = statements(Set.of("end"));
        depth--;
        end();
        defined.add(new Template(name, file, body));
    }

    private Statement block(int offset) {
        String name = name();
        Optional<Pipeline> argument = argument();
        deeper(offset);
        List<Statement> body = statements(Set.of("end"));
        depth--;
        end();
        defined.add(new Template(name, file, body));
        return new Statement.Invoke(name, argument, offset);
    }

    /** Reads {@code end}, which is next, and the close of its action. */
    private void end() {
        at++;
        close("end");
    }

    private Statement branch(Branch.Kind kind, int offset) {
        deeper(offset);
        Pipeline pipeline = pipeline("a condition", Kind.CLOSE);
        List<Statement> body = statements(Set.of("end", "else"));
        List<Statement> otherwise = List.of();
        if (next().isKeyword("else")) {
            skipSpace();
            Token chained = peek();
            if (chained.isKeyword("if") || chained.isKeyword("with")) {
                at++;
                Branch.Kind inner = chained.isKeyword("if") ? Branch.Kind.IF : Branch.Kind.WITH;
                otherwise = List.of(branch(inner, chained.offset()));
                depth--;
                return new Branch(kind, pipeline, body, otherwise, offset);
            }
            close("else");
            otherwise = statements(Set.of("end"));
            at++;
        }
        close("end");
        depth--;
        return new Branch(kind, pipeline, body, otherwise, offset);
    }

    private Pipeline pipeline(String where, Kind end) {
        skipSpace();
        int offset = peek().offset();
        List<String> variables = new ArrayList<>();
        boolean assigns = declaration(variables);
        List<Command> commands = new ArrayList<>();
        while (true) {
            skipSpace();
            Token token = peek();
            if (token.is(end)) {
                at++;
                if (commands.isEmpty()) {
                    throw TemplateProblem.at(token.offset(), "missing value for " + where);
                }
                return new Pipeline(variables, assigns, commands, offset);
            }
            commands.add(command(where, end));
        }
    }

    /** Reads {@code $x :=}, {@code $x =} or {@code $k, $v :=} where it stands. */
    private boolean declaration(List<String> variables) {
        int before = at;
        while (peek().is(Kind.VARIABLE)) {
            variables.add(next().text());
            skipSpace();
            Token token = peek();
            if (token.is(Kind.DECLARE) || token.is(Kind.ASSIGN)) {
                at++;
                return token.is(Kind.ASSIGN);
            }
            if (!token.is(Kind.COMMA) || variables.size() > 1) {
                break;
            }
            at++;
            skipSpace();
        }
        variables.clear();
        at = before;
        return false;
    }

    private Command command(String where, Kind end) {
        List<Operand> operands = new ArrayList<>();
        int offset = peek().offset();
        while (true) {
            skipSpace();
            Token token = peek();
            if (token.is(end)) {
                break;
            }
            if (token.is(Kind.PIPE)) {
                at++;
                break;
            }
            operands.add(operand(where));
        }
        if (operands.isEmpty()) {
            throw TemplateProblem.at(offset, "empty command in " + where);
        }
        return new Command(operands, offset);
    }

    private Operand operand(String where) {
        Token token = next();
        Operand base =
                switch (token.kind()) {
                    case DOT -> new Operand.Dot();
                    case FIELD -> new Operand.Field(path(token.text()));
                    case VARIABLE -> new Operand.Variable(token.text(), path());
                    case NAME -> named(token.text());
                    case STRING -> new Constant(Datum.text(token.text()));
                    case CHARACTER -> new Constant(new Datum.Whole(character(token)));
                    case NUMBER -> new Constant(GoLiterals.number(token.text(), token.offset()));
                    case LEFT -> nested(token);
                    case KEYWORD -> {
                        if (!token.text().equals("nil")) {
                            throw unexpected(token, where);
                        }
                        yield new Constant(Datum.nil());
                    }
                    case LITERAL, OPEN, CLOSE, PIPE, DECLARE, ASSIGN, COMMA, RIGHT, SPACE, END ->
                            throw unexpected(token, where);
                };
        return peek().is(Kind.FIELD) ? new Operand.Chain(base, path()) : base;
    }

    private Operand nested(Token left) {
        deeper(left.offset());
        Pipeline inner = pipeline("parentheses", Kind.RIGHT);
        depth--;
        return new Nested(inner);
    }

    private static int character(Token token) {
        if (token.text().isEmpty()) {
            throw TemplateProblem.at(token.offset(), "an empty character");
        }
        return token.text().codePointAt(0);
    }

    private static Operand named(String name) {
        return switch (name) {
            case "true" -> new Constant(Truth.TRUE);
            case "false" -> new Constant(Truth.FALSE);
            default -> new Operand.Function(name);
        };
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        while (peek().is(Kind.FIELD)) {
            path.add(next().text());
        }
        return path;
    }

    private List<String> path(String first) {
        List<String> path = new ArrayList<>();
        path.add(first);
        path.addAll(path());
        return path;
    }
}

package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads numbers, strings, and strings with expressions inside. */
final class ScalarParser {
    /**
     * Numbers from 10 to this power on, and down to its inverse, are refused: what they cost is not
     * in proportion to their text. OPA's limit is 2 to the power of 100,000.
     */
    private static final int MAX_EXPONENT = 30_103;

    private final TokenStream in;
    private final BodyParser bodies;

    ScalarParser(TokenStream in, BodyParser bodies) {
        this.in = in;
        this.bodies = bodies;
    }

    Term number() {
        Location start = in.here();
        String prefix = "";
        if (in.at(TokenKind.MINUS)) {
            prefix = "-";
            in.advance();
            if (!in.at(TokenKind.NUMBER) && !in.at(TokenKind.DOT)) {
                throw in.unexpected("expected number");
            }
        }
        boolean fractionOnly = in.at(TokenKind.DOT);
        if (fractionOnly) {
            prefix += "0.";
            in.advance();
            if (!in.at(TokenKind.NUMBER)) {
                throw in.unexpected("expected number");
            }
        }
        String digits = in.text();
        if (!fractionOnly && hasLeadingZero(digits)) {
            throw in.unexpected("expected number without leading zero");
        }
        if (fractionOnly && digits.indexOf('.') >= 0) {
            throw in.unexpected("invalid float");
        }
        String text = prefix + digits;
        if (isTooBig(text)) {
            throw in.fail(in.here(), "number too big");
        }
        in.advance();
        return new Scalar.Num(text, in.since(start));
    }

    private static boolean hasLeadingZero(String digits) {
        return digits.length() > 1
                && digits.charAt(0) == '0'
                && Character.isDigit(digits.charAt(1));
    }

    private static boolean isTooBig(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            long magnitude = (long) value.precision() - value.scale();
            return value.signum() != 0 && Math.abs(magnitude) > MAX_EXPONENT;
        } catch (NumberFormatException e) {
            // the exponent itself does not fit
            return true;
        }
    }

    Term string() {
        Location here = in.here();
        String text = in.text();
        String inner = text.substring(1, text.length() - 1);
        String value =
                in.at(TokenKind.RAW_STRING)
                        ? inner
                        : StringLiteral.unescape(inner)
                                .orElseThrow(
                                        () -> in.fail(here, "illegal string literal: " + text));
        in.advance();
        return new Scalar.Text(value, here);
    }

    Term template() {
        Location start = in.here();
        boolean raw = in.at(TokenKind.RAW_TEMPLATE_PART) || in.at(TokenKind.RAW_TEMPLATE_END);
        List<TemplateString.Part> parts = new ArrayList<>();
        // the first token begins with $ and a quote, the others with a closing brace
        int skipped = 2;
        while (true) {
            String value = literal(skipped, raw);
            if (!value.isEmpty()) {
                parts.add(new TemplateString.Part.Literal(new Scalar.Text(value, in.here())));
            }
            boolean more = in.kind().opensExpression();
            in.advance();
            if (!more) {
                return new TemplateString(parts, raw, in.since(start));
            }
            parts.add(new TemplateString.Part.Interpolation(interpolation()));
            if (!in.kind().continuesTemplate()) {
                throw in.fail(in.here(), "expected } to end template string expression");
            }
            skipped = 1;
        }
    }

    private String literal(int skipped, boolean raw) {
        String text = in.text();
        String inner = text.substring(skipped, text.length() - 1);
        if (raw) {
            return inner.replace("\\{", "{");
        }
        return StringLiteral.unescape(withoutBraceEscapes(inner))
                .orElseThrow(() -> in.fail(in.here(), "illegal template-string part: " + text));
    }

    /** Drops the backslash before braces, but not one that is itself escaped. */
    private static String withoutBraceEscapes(String inner) {
        if (!inner.contains("\\{")) {
            return inner;
        }
        StringBuilder out = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                i++;
                char escaped = inner.charAt(i);
                if (escaped != '{') {
                    out.append(c);
                }
                out.append(escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** One level of its own, because an expression in a template takes the stack of two terms. */
    private Expr interpolation() {
        Expr expr;
        in.enter();
        try {
            expr = bodies.literal();
            in.leave(1);
        } catch (Failure failure) {
            throw in.fail(in.here(), "invalid template-string expression");
        }
        String unwanted = unwanted(expr);
        if (!unwanted.isEmpty()) {
            throw in.fail(
                    expr.location(), "unexpected " + unwanted + " in template-string expression");
        }
        return expr;
    }

    private static String unwanted(Expr expr) {
        if (expr.negated()) {
            return "negation ('not')";
        }
        if (expr.isEquality()) {
            return "unification ('=')";
        }
        if (expr.isAssignment()) {
            return "assignment (':=')";
        }
        return switch (expr.statement()) {
            case Statement.OfTerm _ -> "";
            case Statement.SomeVars _, Statement.SomeIn _ -> "'some'";
            case Statement.Every _ -> "'every'";
            case Statement.Not _ -> "negation ('not')";
            case Statement.Logical _ -> "logical expression";
        };
    }
}

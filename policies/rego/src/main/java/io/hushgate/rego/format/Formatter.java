package io.hushgate.rego.format;

import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Formats modules as {@code opa fmt} does. Formatting twice changes nothing more, and no comment is
 * lost.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/cli#opa-fmt">opa fmt</a>
 */
public final class Formatter {
    private Formatter() {}

    /**
     * Formats a text in the version it is written in.
     *
     * @throws RegoException if it is no module
     */
    public static String format(Source source, ParserOptions options) {
        return format(Parser.parseModule(source, options), options.version());
    }

    /**
     * Formats a module that was read from a text.
     *
     * @param target version 1 turns old syntax into new
     * @throws RegoException if a rule in old syntax cannot be turned into new without losing a
     *     comment
     */
    public static String format(Module module, RegoVersion target) {
        Style style = Style.of(module, target);
        Set<Rule> keep = Collections.newSetFromMap(new IdentityHashMap<>());
        String text = new ModuleWriter(module, style, keep::contains).write();
        if (means(text, module, target)) {
            return text;
        }
        for (Rule rule : module.rules()) {
            if (!survives(rule, module, style, target)) {
                keep.add(rule);
            }
        }
        String careful = new ModuleWriter(module, style, keep::contains).write();
        if (means(careful, module, target)) {
            return careful;
        }
        if (module.version() != target && target == RegoVersion.V1) {
            throw new RegoException(
                    new RegoError(
                            ErrorCode.COMPILE,
                            "cannot be rewritten in the syntax of version 1; move the comments out"
                                    + " of its rules and try again",
                            module.location()));
        }
        return module.location().source().text().stripTrailing() + "\n";
    }

    /** Whether a rule comes out right when it is formatted alone. */
    private static boolean survives(Rule rule, Module module, Style style, RegoVersion target) {
        List<Comment> comments =
                module.comments().stream()
                        .filter(c ->
                                c.location().row() >= rule.location().row()
                                        && c.location().row() <= rule.location().endRow())
                        .toList();
        Module alone = module.withRules(List.of(rule)).withComments(comments);
        return means(new ModuleWriter(alone, style, r -> false).write(), alone, target);
    }

    private static boolean means(String text, Module module, RegoVersion target) {
        Source source = new Source(module.location().file(), text);
        RegoVersion version = module.version() == RegoVersion.V1 ? RegoVersion.V1 : target;
        ParserOptions options = version == RegoVersion.V1 ? ParserOptions.V1 : ParserOptions.V0;
        try {
            return Shape.of(Parser.parseModule(source, options)).equals(Shape.of(module));
        } catch (RegoException e) {
            return false;
        }
    }
}

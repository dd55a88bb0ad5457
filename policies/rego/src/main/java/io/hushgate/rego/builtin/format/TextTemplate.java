package io.hushgate.rego.builtin.format;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code strings.render_template}: the part of Go's text templates that works on plain data.
 *
 * <p>Paths from the dot and from variables, constants, {@code if}, {@code else}, {@code range},
 * {@code with}, {@code end}, comments and trim marks; functions, pipelines and nested templates are
 * refused. What is missing prints as {@code <undefined>}.
 */
public final class TextTemplate {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "strings.render_template",
                            "(string, object[string: any]) => string",
                            TextTemplate::render));

    private final BuiltinContext context;
    private final List<TemplatePart> parts;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, @Nullable Value> variables = new HashMap<>();
    private int at;

    private TextTemplate(BuiltinContext context, List<TemplatePart> parts) {
        this.context = context;
        this.parts = parts;
    }

    private static Value render(BuiltinContext context, Value[] a) {
        List<TemplatePart> parts = TemplatePart.parse(Operands.string(a, 0));
        RegoObject data = Operands.object(a, 1);
        TextTemplate template = new TextTemplate(context, parts);
        template.variables.put("$", data);
        template.block(data, true);
        if (template.at < parts.size()) {
            throw mistake("unexpected {{%s}}".formatted(parts.get(template.at).text()));
        }
        return RegoString.of(template.out.toString());
    }

    private static BuiltinError mistake(String what) {
        return BuiltinError.of("template: template: " + what);
    }

    /** Goes up to the {@code else} or {@code end} that closes the block, without passing it. */
    private void block(@Nullable Value dot, boolean active) {
        while (at < parts.size()) {
            TemplatePart part = parts.get(at);
            if (part.isAction("else") || part.isAction("end")) {
                return;
            }
            at++;
            context.step(1);
            if (!part.action()) {
                append(active ? part.text() : "");
            } else if (part.isAction("if") || part.isAction("with")) {
                condition(part, dot, active);
            } else if (part.isAction("range")) {
                range(part, dot, active);
            } else if (active) {
                Value value = evaluate(part.text(), dot);
                append(value == null ? "<undefined>" : shown(value));
            }
        }
    }

    private void append(String text) {
        Sizes.checkText((long) out.length() + text.length());
        out.append(text);
    }

    private void condition(TemplatePart part, @Nullable Value dot, boolean active) {
        Value value = active ? evaluate(part.argument(), dot) : null;
        boolean holds = active && isTrue(value);
        block(part.isAction("with") && holds ? value : dot, holds);
        boolean done = holds;
        while (isNext("else")) {
            String chained = parts.get(at++).argument();
            boolean branch = active && !done;
            if (chained.startsWith("if ")) {
                branch = branch && isTrue(evaluate(chained.substring(3).strip(), dot));
            }
            block(dot, branch);
            done |= branch;
        }
        end(part);
    }

    private void range(TemplatePart part, @Nullable Value dot, boolean active) {
        String argument = part.argument();
        int assignment = argument.indexOf(":=");
        List<String> names =
                assignment < 0
                        ? List.of()
                        : List.of(
                                argument.substring(0, assignment).replace(" ", "").split(",", -1));
        Value collection =
                active
                        ? evaluate(
                                argument.substring(assignment < 0 ? 0 : assignment + 2).strip(),
                                dot)
                        : null;
        int body = at;
        List<Value> keys = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        elements(collection, keys, values);
        for (int i = 0; i < values.size(); i++) {
            at = body;
            if (!names.isEmpty()) {
                variables.put(names.getLast(), values.get(i));
                variables.put(names.getFirst(), names.size() > 1 ? keys.get(i) : values.get(i));
            }
            block(values.get(i), true);
        }
        if (values.isEmpty()) {
            block(dot, false);
        }
        if (isNext("else")) {
            at++;
            block(dot, active && values.isEmpty());
        }
        end(part);
    }

    private static void elements(@Nullable Value collection, List<Value> keys, List<Value> values) {
        switch (collection) {
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    keys.add(RegoNumber.of(i));
                    values.add(array.at(i));
                }
            }
            case RegoSet set -> elements(set.toSortedArray(), keys, values);
            case RegoObject object ->
                    object.forEach((key, value) -> {
                        keys.add(key);
                        values.add(value);
                    });
            case null, default -> {}
        }
    }

    private boolean isNext(String word) {
        return at < parts.size() && parts.get(at).isAction(word);
    }

    private void end(TemplatePart opening) {
        if (!isNext("end")) {
            throw mistake("{{%s}} has no {{end}}".formatted(opening.text()));
        }
        at++;
    }

    /** A path from the dot or from a variable, or a constant. Null when undefined. */
    private @Nullable Value evaluate(String expression, @Nullable Value dot) {
        if (expression.equals(".")) {
            return dot;
        }
        if (expression.matches("\\.[\\w.]+")) {
            return follow(dot, expression.substring(1));
        }
        if (expression.matches("\\$\\w*(?:\\.\\w+)*")) {
            int end = expression.indexOf('.');
            String name = end < 0 ? expression : expression.substring(0, end);
            if (!variables.containsKey(name)) {
                throw mistake("undefined variable " + GoQuote.quote(name));
            }
            Value value = variables.get(name);
            return end < 0 ? value : follow(value, expression.substring(end + 1));
        }
        if (expression.matches("-?\\d{1,18}")) {
            return RegoNumber.parse(expression);
        }
        if (expression.matches("\"[^\"\\\\]*\"")) {
            return RegoString.of(expression.substring(1, expression.length() - 1));
        }
        if (expression.equals("true") || expression.equals("false")) {
            return RegoBoolean.of(expression.equals("true"));
        }
        throw mistake("{{%s}} is not supported by this engine".formatted(expression));
    }

    private static @Nullable Value follow(@Nullable Value from, String path) {
        Value found = from;
        for (String key : path.split("\\.", -1)) {
            found = found == null ? null : found.get(RegoString.of(key));
        }
        return found;
    }

    /** Go's truth: false, zero, and what is empty or missing are not true. */
    private static boolean isTrue(@Nullable Value value) {
        return switch (value) {
            case null -> false;
            case RegoNull _ -> false;
            case RegoBoolean bool -> bool.value();
            case RegoNumber number -> number.signum() != 0;
            case RegoString string -> !string.value().isEmpty();
            case RegoArray array -> array.size() > 0;
            case RegoObject object -> object.size() > 0;
            case RegoSet set -> set.size() > 0;
        };
    }

    /** As Go's {@code %v} prints slices and maps: {@code [1 2]}, {@code map[a:1]}. */
    private static String shown(Value value) {
        return switch (value) {
            case RegoString string -> string.value();
            case RegoNull _ -> "<undefined>";
            case RegoBoolean _, RegoNumber _ -> value.toString();
            case RegoArray array -> {
                List<String> texts = new ArrayList<>();
                array.forEach(element -> texts.add(shown(element)));
                yield "[" + String.join(" ", texts) + "]";
            }
            case RegoSet set -> shown(set.toSortedArray());
            case RegoObject object -> {
                List<String> texts = new ArrayList<>();
                object.forEach((key, inner) -> texts.add(shown(key) + ":" + shown(inner)));
                yield "map[" + String.join(" ", texts) + "]";
            }
        };
    }
}

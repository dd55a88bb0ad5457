package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Leaf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Executes templates: what they all share while one file is rendered. Not thread-safe.
 *
 * <p>A function that nobody knows gives a marked text in place of its value, so that one strange
 * call does not cost the file; {@link #unknown} names them.
 */
public final class Evaluator {
    /** Values that are kept of one action; more say no more about where a text comes from. */
    private static final int MAX_LEAVES = 2_000;

    private final Templates templates;
    private final Map<String, TemplateFunction> functions;
    private final RenderLimits limits;
    private final Budget budget;
    private final Set<String> unknown;
    private final Set<Leaf> touched;

    /**
     * An evaluator.
     *
     * @param budget shared by all files of a chart
     */
    public Evaluator(
            Templates templates,
            Map<String, TemplateFunction> functions,
            RenderLimits limits,
            Budget budget) {
        this(templates, functions, limits, budget, new TreeSet<>(), new LinkedHashSet<>());
    }

    private Evaluator(
            Templates templates,
            Map<String, TemplateFunction> functions,
            RenderLimits limits,
            Budget budget,
            Set<String> unknown,
            Set<Leaf> touched) {
        this.templates = templates;
        this.functions = Map.copyOf(functions);
        this.limits = limits;
        this.budget = budget;
        this.unknown = unknown;
        this.touched = touched;
    }

    /**
     * Renders a template and keeps track of what wrote what.
     *
     * @throws TemplateProblem with an offset in the template's own text
     */
    public Rendered render(String name, Datum data) {
        Output output = new Output(budget, true);
        execute(named(name), data, output);
        return new Rendered(output.text(), output.segments());
    }

    /** The output of a template as a text; what {@code include} gives. */
    public String include(String name, Datum data) {
        Output output = new Output(budget, false);
        execute(named(name), data, output);
        return output.text();
    }

    /** The output of a text that is a template itself. */
    public String inline(String text, Datum data) {
        if (!text.contains("{{")) {
            return text;
        }
        budget.enter();
        try {
            Templates inner = templates.copy();
            List<Template> parsed = TemplateParser.parse("tpl", text, limits);
            inner.add(parsed);
            Output output = new Output(budget, false);
            new Evaluator(inner, functions, limits, budget, unknown, touched)
                    .execute(parsed.getLast(), data, output);
            return output.text().replace(Output.NO_VALUE, "");
        } finally {
            budget.leave();
        }
    }

    private Template named(String name) {
        return templates
                .find(name)
                .orElseThrow(() -> TemplateProblem.of("no template \"" + name + "\" is defined"));
    }

    private void execute(Template template, Datum data, Output output) {
        budget.enter();
        try {
            new Execution(this, data, output).run(template.body());
        } finally {
            budget.leave();
        }
    }

    Datum call(String name, List<Datum> arguments) {
        budget.step(1);
        TemplateFunction function = functions.get(name);
        if (function == null) {
            unknown.add(name);
            return Datum.text("<unknown:" + name + ">");
        }
        Datum value = function.call(new Call(name, arguments, this));
        if (value instanceof Text(var text, _)) {
            budget.text(text.length());
        }
        return value;
    }

    /** What is left of the limits. */
    public Budget budget() {
        return budget;
    }

    /** Functions that were called and that nobody knows. */
    public Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    /** Notes that a value has a part in what is being computed. */
    void touch(Datum value) {
        if (value instanceof Text(_, var leaf) && leaf.isPresent() && touched.size() < MAX_LEAVES) {
            touched.add(leaf.get());
        }
    }

    /** Notes all that a value holds, before it is printed as a whole. */
    public void touchAll(Datum value) {
        touchAll(value, 0);
    }

    private void touchAll(Datum value, int depth) {
        if (depth > limits.maxDepth() || touched.size() >= MAX_LEAVES) {
            return;
        }
        budget.step(1);
        switch (value) {
            case Text _ -> touch(value);
            case Items(var items) -> items.forEach(item -> touchAll(item, depth + 1));
            case Table(var dict) -> dict.values().forEach(item -> touchAll(item, depth + 1));
            case Datum.Nil _, Datum.Truth _, Datum.Whole _, Datum.Real _, Native _ -> {}
        }
    }

    /** Begins to note values anew, if the output is one that asks where it comes from. */
    void beginAction(Output output) {
        if (output.isMapped()) {
            touched.clear();
        }
    }

    List<Leaf> touched(Output output) {
        return output.isMapped() ? List.copyOf(touched) : List.of();
    }
}

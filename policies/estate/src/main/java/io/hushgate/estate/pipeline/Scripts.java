package io.hushgate.estate.pipeline;

import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.shell.ShellReader;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pipelines of all systems have in common: scripts, environments, expressions. */
final class Scripts {
    /**
     * {@code ${{ x }}}, {@code <+x>}, {@code $(x)}, {@code $x}, {@code ${x}}: what is filled in.
     */
    private static final Pattern EXPRESSION =
            Pattern.compile(
                    "\\$\\{\\{\\s*(.{1,200}?)\\s*\\}\\}|<\\+([\\w.]{1,120})|\\$\\(([\\w.]{1,80})\\)|\\$\\{?([A-Za-z_]\\w{0,80})");

    /** Settings of steps that policies ask for and that are no credentials. */
    private static final Set<String> PLAIN =
            Set.of(
                    "ref",
                    "repository",
                    "persist-credentials",
                    "method",
                    "secrets",
                    "exportEnv",
                    "exportToken",
                    "tlsSkipVerify",
                    "url",
                    "path",
                    "name",
                    "role",
                    "role-to-assume",
                    "exit-code",
                    "args",
                    "if",
                    "workload_identity_provider",
                    "jwtGithubAudience",
                    "outputToken",
                    "fetch-depth",
                    "extraArgs",
                    "soft_fail",
                    "soft-fail");

    private static final int MAX_TEXT = 600;
    private static final int MAX_REFERENCES = 60;

    private final ShellReader shell;

    Scripts(ShellReader shell) {
        this.shell = shell;
    }

    /** Reads the commands of a script, or of a list of them. */
    void run(Node script, String subject, Collector into) {
        for (Node item : script.asItems()) {
            if (item instanceof Scalar text) {
                shell.read(text.asSource(), subject, into.atMost(Confidence.MEDIUM));
            }
        }
    }

    /** The variables of a mapping of names to values. */
    static List<Setting> variables(Mapping environment) {
        List<Setting> variables = new ArrayList<>();
        for (Entry entry : environment.entries()) {
            Node value = entry.value();
            if (value instanceof Mapping described && described.get("value").isPresent()) {
                value = described.get("value").orElse(value);
            }
            variables.add(setting(entry.key().text(), value, entry.key()));
        }
        return variables;
    }

    /** The variables of a list of {@code {name, value}}. */
    static List<Setting> named(List<Mapping> variables) {
        return variables.stream()
                .map(variable ->
                        setting(
                                variable.text("name"),
                                variable.get("value").orElse(variable),
                                variable.get("name").orElse(variable)))
                .toList();
    }

    static Setting setting(String name, Node value, Node at) {
        String text = value instanceof Scalar scalar ? scalar.text() : "";
        Matcher expression = EXPRESSION.matcher(text);
        String reference = expression.find() ? group(expression) : "";
        return new Setting(
                name, ValueClassifier.of(value), reference, at.place().line(), at.place().column());
    }

    /** The expressions in all texts below. */
    static List<String> references(Node below) {
        Set<String> found = new TreeSet<>();
        collect(below, found, 12);
        return List.copyOf(found);
    }

    private static void collect(Node node, Set<String> found, int depth) {
        if (depth == 0 || found.size() >= MAX_REFERENCES) {
            return;
        }
        switch (node) {
            case Scalar scalar -> {
                if (scalar.text().contains("${{") || scalar.text().contains("<+")) {
                    Matcher expression = EXPRESSION.matcher(scalar.text());
                    while (expression.find() && found.size() < MAX_REFERENCES) {
                        if (expression.group(1) != null || expression.group(2) != null) {
                            found.add(group(expression));
                        }
                    }
                }
            }
            case Mapping mapping ->
                    mapping.entries().forEach(entry -> collect(entry.value(), found, depth - 1));
            case Node.Sequence sequence ->
                    sequence.items().forEach(item -> collect(item, found, depth - 1));
            case Node.Block _, Node.Call _, Node.Expression _ -> {}
        }
    }

    private static String group(Matcher expression) {
        for (int i = 1; i <= expression.groupCount(); i++) {
            if (expression.group(i) != null) {
                return expression.group(i);
            }
        }
        return "";
    }

    /** Settings of a step that can be told as they are. */
    static Map<String, String> plain(Mapping settings) {
        Map<String, String> plain = new TreeMap<>();
        for (Entry entry : settings.entries()) {
            String key = entry.key().text();
            boolean tellable =
                    PLAIN.contains(key)
                            || (!Naming.isSecret(key)
                                    && entry.value() instanceof Scalar scalar
                                    && (scalar.form() == Node.Form.BOOLEAN
                                            || scalar.form() == Node.Form.NUMBER));
            if (tellable && entry.value() instanceof Scalar scalar) {
                String text = scalar.text();
                plain.put(key, text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
            }
        }
        return plain;
    }

    /** Keys whose names speak of secrets, with what stands there. */
    static List<Setting> secrets(Mapping settings) {
        List<Setting> secrets = new ArrayList<>();
        for (Entry entry : settings.entries()) {
            if (Naming.isSecret(entry.key().text()) && entry.value() instanceof Scalar) {
                secrets.add(setting(entry.key().text(), entry.value(), entry.key()));
            }
        }
        return secrets;
    }
}

package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which objects a patch, a replacement or a variable means: group, version, kind, name, namespace,
 * labels and annotations. Names of patches are regular expressions that must fit as a whole.
 */
record Selector(Mapping written, boolean regular) {
    /** Regular expressions are run with backtracking; longer ones are taken for plain names. */
    private static final int MAX_EXPRESSION = 200;

    /** Characters that can make an expression slow, when they stand behind one another. */
    private static final Pattern NESTED = Pattern.compile("[*+}]\\)[*+{?]|\\\\[0-9]");

    boolean selects(BuiltObject candidate) {
        Mapping object = candidate.object();
        String version = object.text("apiVersion");
        int slash = version.indexOf('/');
        return fits("group", slash < 0 ? "" : version.substring(0, slash))
                && fits("version", version.substring(slash + 1))
                && candidate.wasEver(id ->
                        fits("kind", id.kind())
                                && fits("name", id.name())
                                && fits("namespace", id.namespace()))
                && labelled("labelSelector", object.at("metadata", "labels"))
                && labelled("annotationSelector", object.at("metadata", "annotations"));
    }

    private boolean fits(String key, String value) {
        String wanted = written.text(key);
        if (wanted.isEmpty() || wanted.equals(value)) {
            return true;
        }
        if (!regular || wanted.length() > MAX_EXPRESSION || NESTED.matcher(wanted).find()) {
            return false;
        }
        try {
            return Pattern.matches(wanted, value);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** {@code a=b,c,!d}; sets of values are not told apart. */
    private boolean labelled(String key, Mapping labels) {
        for (String part : written.text(key).split(",", -1)) {
            String term = part.strip();
            int equals = term.indexOf('=');
            boolean different = term.contains("!=");
            String name =
                    (equals < 0 ? term : term.substring(0, different ? equals - 1 : equals))
                            .strip();
            String value = equals < 0 ? "" : term.substring(equals + 1).replace("=", "").strip();
            boolean holds =
                    term.isEmpty()
                            || (term.startsWith("!")
                                    ? labels.get(term.substring(1)).isEmpty()
                                    : equals < 0
                                            ? term.contains(" ") || labels.get(name).isPresent()
                                            : text(labels, name).equals(value) != different);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static String text(Mapping labels, String name) {
        Node value = labels.get(name).orElse(labels);
        return value instanceof Scalar scalar ? scalar.text() : "";
    }
}

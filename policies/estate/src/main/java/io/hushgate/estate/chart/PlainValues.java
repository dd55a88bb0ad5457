package io.hushgate.estate.chart;

import io.hushgate.estate.fact.ChartFact.ChartSetting;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.regex.Pattern;

/**
 * Tells chart values that are switches, methods and names, not secrets, where policies ask for
 * them.
 */
public final class PlainValues {
    /** What policies ask for, by the end of the dotted key. */
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:^|\\.)(?:enabled|installed|create|tlsDisable|tlsDisabled|k8sPermissionsType"
                            + "|serviceAccountTokenCreate|scopedRBAC|scopedNamespace|serviceType"
                            + "|serviceAccount\\.name|activateAuth|activateAuthMode|mockIDP"
                            + "|sslMode|sslmode|useSSL|automountServiceAccountToken|privileged)$"
                            + "|pachAuthClusterRoleBindings\\.");

    private static final Pattern TELLABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_:.@/-]{0,59}|");
    private static final int MAX_DEPTH = 24;
    private static final int MAX_KEY = 160;

    private PlainValues() {}

    /** Adds the values of a file; {@code use} as in the facts. */
    public static void read(Mapping values, String use, Collector into) {
        walk(values, "", use, MAX_DEPTH, into);
    }

    private static void walk(Node node, String key, String use, int depth, Collector into) {
        if (depth == 0 || key.length() > MAX_KEY) {
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    String name = entry.key().text();
                    walk(
                            entry.value(),
                            key.isEmpty() ? name : key + "." + name,
                            use,
                            depth - 1,
                            into);
                }
            }
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    if (item instanceof Scalar scalar) {
                        leaf(scalar, key, use, into);
                    }
                }
            }
            case Scalar scalar -> leaf(scalar, key, use, into);
            case Node.Block _, Node.Call _, Node.Expression _ -> {}
        }
    }

    private static void leaf(Scalar scalar, String key, String use, Collector into) {
        String text = scalar.text();
        boolean plain =
                scalar.form() == Form.BOOLEAN
                        || scalar.form() == Form.NUMBER
                        || scalar.form() == Form.NULL
                        || TELLABLE.matcher(text).matches();
        if (plain
                && ASKED.matcher(key).find()
                && ValueClassifier.of(text) != ValueClass.ENCRYPTED) {
            into.add(new ChartSetting(use, key, text, into.at(scalar.place())));
        }
    }
}

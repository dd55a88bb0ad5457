package io.hushgate.estate.delivery;

import io.hushgate.estate.chart.PlainValues;
import io.hushgate.estate.fact.DeliveryFact.ChartValue;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads chart values whose names speak of secrets, so that policies can tell raw values from
 * references.
 *
 * <p>The name of a key alone is wrong both ways: {@code tlsSecret: web-tls} names an object. A key
 * that is called like one that names an object or a key in it, and holds a DNS name, is a
 * reference.
 */
final class ChartValues {
    private static final Pattern SECRET =
            Pattern.compile(
                    "password|passwd|passphrase|secret|token|credential|api_?key|access_?key|private_?key"
                            + "|license_?(?:key|info)|(?:encryption|account)_?key|cred$",
                    Pattern.CASE_INSENSITIVE);

    /** Keys that only speak about a secret: where it lies, how long it lives. */
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?:path|file|dir|(?<!secret)(?<!secret_)(?<!credential)(?<!credential_)name|size|mount|enabled|ttl|preset|region|type|policy|length|expiry|expiration"
                            + "|url|mode|issuer|audience|pub|publickey|id|template|attempts|interval|limit)$",
                    Pattern.CASE_INSENSITIVE);

    /** Keys that hold the name of a Secret. */
    private static final Pattern OBJECT =
            Pattern.compile(
                    "(?:secret_?name|existing_?secret(?:name)?|secret_?ref|pull_?secrets?(?:\\[\\d+\\])?"
                            + "|credential_?name)$",
                    Pattern.CASE_INSENSITIVE);

    /**
     * Keys that hold the name of a Secret or of a key in one, unless what they hold looks
     * otherwise.
     */
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:secret|secret_?key|existing\\w*|password_?key|passwordsecretkey|keyname|secretkeyref)$",
                    Pattern.CASE_INSENSITIVE);

    /** Known passwords that are no names of keys. */
    private static final Set<String> KNOWN_PASSWORDS =
            Set.of("changeit", "changeme", "change_me", "change-me", "letmein", "admin123");

    private static final Pattern PASSWORD = Pattern.compile("pass|pin$", Pattern.CASE_INSENSITIVE);

    /**
     * A name as people write one, such as {@code myTlsSecret}; no generated secret is letters only.
     */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private static final Pattern DNS_NAME = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    private static final Pattern FILE =
            Pattern.compile("(?:.*[-_.])?(?:values|overrides?)(?:[-_.].*)?\\.ya?ml(?:\\..*)?");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?:^|/)(?:ci|tests?|testdata|examples?|samples?|fixtures)/");
    private static final int MAX_DEPTH = 24;

    /** A name longer than that is not one; a secret of lower-case letters and digits may be. */
    private static final int MAX_NAME = 40;

    private ChartValues() {}

    /** Tells whether a file is called like one of chart values. */
    static boolean isValuesFile(String address) {
        return FILE.matcher(fileName(address)).matches();
    }

    static void read(Mapping values, Collector into) {
        walk(values, "", use(into.file()), MAX_DEPTH, into);
        PlainValues.read(values, use(into.file()), into);
    }

    private static String use(String file) {
        if (EXAMPLE.matcher(file).find()) {
            return "example";
        }
        return fileName(file).equals("values.yaml") ? "default" : "override";
    }

    private static void walk(Node node, String key, String use, int depth, Collector into) {
        if (depth == 0) {
            return;
        }
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    String name = entry.key().text();
                    String inner = key.isEmpty() ? name : key + "." + name;
                    walk(entry.value(), inner, use, depth - 1, into);
                }
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    walk(sequence.items().get(i), key + "[" + i + "]", use, depth - 1, into);
                }
            }
            case Scalar scalar -> leaf(scalar, key, use, into);
            case Node.Block _, Node.Call _, Node.Expression _ -> {}
        }
    }

    private static void leaf(Scalar scalar, String key, String use, Collector into) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        if (scalar.form() == Node.Form.BOOLEAN
                || (scalar.form() == Node.Form.NUMBER && !PASSWORD.matcher(last).find())
                || !SECRET.matcher(last).find()
                || ABOUT.matcher(last).find()) {
            return;
        }
        String text = scalar.text();
        boolean name = text.length() <= MAX_NAME && DNS_NAME.matcher(text).matches();
        boolean object = name && OBJECT.matcher(last).find();
        boolean password = KNOWN_PASSWORDS.contains(text.toLowerCase(Locale.ROOT));
        boolean word = name || (text.length() <= MAX_NAME && WORD.matcher(text).matches());
        boolean reference = object || (word && !password && NAME.matcher(last).find());
        into.add(
                new ChartValue(
                        use,
                        key,
                        reference ? ValueClass.REFERENCE : ValueClassifier.of(scalar),
                        object ? text : "",
                        into.at(scalar.place())));
    }

    private static String fileName(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}

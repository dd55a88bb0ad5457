package io.hushgate.estate.read;

import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what stands where a credential could stand, without saying the value. */
public final class ValueClassifier {
    /**
     * Ciphertext of SOPS, ansible-vault, Spring, Jasypt, Jenkins, age, PGP, openssl; by how it
     * begins.
     */
    private static final Pattern ENCRYPTED =
            Pattern.compile(
                    "(?:ENC\\[|\\$ANSIBLE_VAULT|\\{cipher\\}|ENC\\(|\\{AQAA|age-encryption\\.org"
                            + "|-----BEGIN (?:AGE|PGP)|U2FsdGVkX1).*",
                    Pattern.DOTALL);

    /** A pointer to a value, by how it begins. */
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "(?:\\$\\{|\\$\\(|\\$[A-Za-z_]|%[A-Za-z_]+%$|\\{\\{|\\{%|<\\+|<path:|#\\{|ref\\+|secretref\\+"
                            + "|(?:>>)?vault:|op://|azurekeyvault\\(|@Microsoft\\.KeyVault\\(|arn:aws:secretsmanager:"
                            + "|projects/[^/]+/secrets/|@|/(?:run|var|etc|vault|mnt|home|opt)/|file:|env:|\\[\\[).*",
                    Pattern.DOTALL);

    /** Settings in one value, of which some name files: {@code jwt,priv-key=/etc/jwt.key}. */
    private static final Pattern SETTINGS =
            Pattern.compile("\\w+(?:,[\\w-]+=[^,\\s]*)*,[\\w-]+=/[^,\\s]+(?:,[\\w-]+=[^,\\s]*)*");

    /** Nobody's secret, by its shape. */
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "(?:true|false|on|off|ON|OFF|[0-9]{1,2}|git@[^:\\s]+:\\S+|[a-z][a-z0-9+.-]*://[^@?\\s]*"
                            + "|-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----.*|-----BEGIN [A-Z ]+-----\\s*(?:-----END [A-Z ]+-----)?)",
                    Pattern.DOTALL);

    /** Words and shapes that stand for a value. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?:<.*>|\\[.*\\]|\\[[a-z]+|__\\w+__|@\\w+@|[*xX.\\-_]+|(.)\\1+|your[a-z]+|my[-_](?:[a-z]+[-_])?(?:password|token|secret|key)"
                            + "|.*(?:x{6}|[-_]x{3}$|\\*{3}|\\.{3}).*"
                            + "|.*(?:example|placeholder|dummy|redacted|your[-_ ]|[-_ ]here|replace|insert|todo|not-a-secret|fake).*"
                            + "|(?-i:(?:[A-Z]+[-_])*(?:PASSWORD|PASSPHRASE|SECRET|TOKEN|KEY|CREDENTIALS?)))",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Defaults that everybody knows. */
    private static final Set<String> WEAK =
            Set.of(
                    "admin",
                    "admin123",
                    "changeit",
                    "changeme",
                    "change_me",
                    "change-me",
                    "default",
                    "guest",
                    "letmein",
                    "pass",
                    "password",
                    "password123",
                    "postgres",
                    "root",
                    "secret",
                    "test",
                    "token",
                    "vault-token",
                    "yes");

    private ValueClassifier() {}

    /** Classifies what is at a key. */
    public static ValueClass of(Optional<Node> node) {
        return node.map(ValueClassifier::of).orElse(ValueClass.ABSENT);
    }

    /** Classifies a value; anything that is computed is a reference. */
    public static ValueClass of(Node node) {
        if (!(node instanceof Scalar scalar)) {
            return node.asItems().isEmpty() ? ValueClass.EMPTY : ValueClass.REFERENCE;
        }
        if (scalar.form() == Node.Form.NULL) {
            return ValueClass.EMPTY;
        }
        return switch (scalar.tag()) {
            case "!vault", "!encrypted/pkcs1-oaep" -> ValueClass.ENCRYPTED;
            case "!Ref", "!Sub", "!GetAtt", "!ImportValue", "!reference" -> ValueClass.REFERENCE;
            default -> of(scalar.text());
        };
    }

    /** A file within a template, whose lines are filled in when it is rendered. */
    private static boolean isFilledIn(String text) {
        int from = text.indexOf("{{");
        boolean filled = (from >= 0 && text.indexOf("}}", from) >= 0) || text.contains("<path:");
        return filled && text.indexOf('\n') >= 0;
    }

    /** Classifies a text. */
    public static ValueClass of(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return ValueClass.EMPTY;
        }
        if (ENCRYPTED.matcher(bare).matches()) {
            return ValueClass.ENCRYPTED;
        }
        if (REFERENCE.matcher(bare).matches()
                || SETTINGS.matcher(bare).matches()
                || isFilledIn(bare)) {
            return ValueClass.REFERENCE;
        }
        if (WEAK.contains(bare.toLowerCase(Locale.ROOT))) {
            return ValueClass.WEAK;
        }
        if (PUBLIC.matcher(bare).matches()) {
            return ValueClass.PUBLIC;
        }
        return PLACEHOLDER.matcher(bare).matches() ? ValueClass.PLACEHOLDER : ValueClass.LITERAL;
    }
}

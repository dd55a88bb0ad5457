package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;
import io.hushgate.core.decode.Base64Bytes;
import java.util.Optional;

/**
 * The one predicate for what stands where a credential could stand and is none: placeholders,
 * references to where it is kept, its ciphertext, what is public, what vendors print in their
 * documents. Answers with the grade, or with nothing for what may be a credential. Long, since it
 * is one list: what counts as a stand-in is to be read, and changed, at one place.
 */
public final class StandIns {
    /** Longer values are keys in armor, which are parsed and not guessed at. */
    private static final int MAX_LENGTH = 1024;

    /** Less base64 than this is a word as often. */
    private static final int MIN_ENCODED = 8;

    private static final Words ENCRYPTED_STARTS =
            Words.exactly(
                    "ENC[",
                    "ENC(",
                    "{cipher}",
                    "$ANSIBLE_VAULT;",
                    "!vault",
                    "!encrypted",
                    "{AQAA",
                    "-----BEGIN PGP MESSAGE",
                    "-----BEGIN AGE ENCRYPTED",
                    "age-encryption.org",
                    "U2FsdGVkX1",
                    "vault:v1:",
                    "vault:v2:",
                    "vault:v3:",
                    "\0GITCRYPT",
                    "AQICAH",
                    "eyJhbGciOiJBMTI4S1",
                    "eyJhbGciOiJSU0EtT0FFU");
    private static final Words REFERENCE_PARTS =
            Words.exactly(
                    "${",
                    "$(",
                    "{{",
                    "}}",
                    "<%",
                    "#{",
                    "%{",
                    "[[",
                    "$[",
                    "process.env",
                    "os.environ",
                    "getenv",
                    "ENV[",
                    "secrets.",
                    "secretKeyRef",
                    "valueFrom",
                    "arn:aws:",
                    "://vault",
                    "secretsmanager",
                    "Microsoft.KeyVault",
                    "/run/secrets/",
                    "keyvault");
    private static final Words REFERENCE_STARTS =
            Words.exactly(
                    "vault:",
                    ">>vault:",
                    "ref+",
                    "secretref+",
                    "op://",
                    "sm://",
                    "ssm:",
                    "ssm://",
                    "awssm://",
                    "gcp-secret",
                    "keyring:",
                    "keychain:",
                    "file:",
                    "env:",
                    "env.",
                    "ENV.",
                    "var.",
                    "local.",
                    "data.",
                    "module.",
                    "this.",
                    "self.",
                    "config.",
                    "\" +",
                    "\"+",
                    "\" .",
                    "\".",
                    "' +",
                    "'+",
                    "' .",
                    "'.",
                    " + ",
                    " . ",
                    "!Ref",
                    "!Sub",
                    "!GetAtt",
                    "!env",
                    "!secret",
                    "<+",
                    "<path:",
                    "$env:",
                    "Get-",
                    "Read-Host",
                    "ConvertTo-",
                    "New-Object",
                    "projects/");
    private static final Words PUBLIC_STARTS =
            Words.exactly(
                    "ssh-rsa ",
                    "ssh-ed25519 ",
                    "ssh-dss ",
                    "ecdsa-sha2-",
                    "-----BEGIN PUBLIC",
                    "-----BEGIN RSA PUBLIC",
                    "-----BEGIN CERTIFICATE",
                    "-----BEGIN PGP PUBLIC",
                    "sha1-",
                    "sha1:",
                    "sha256-",
                    "sha256:",
                    "sha384-",
                    "sha512-",
                    "sha512:",
                    "md5:",
                    "hmac-sha256:",
                    "SHA256:",
                    "$1$",
                    "$2a$",
                    "$2b$",
                    "$2x$",
                    "$2y$",
                    "$5$",
                    "$6$",
                    "$apr1$",
                    "$argon2",
                    "$pbkdf2",
                    "$scrypt",
                    "{SSHA",
                    "{SHA",
                    "{CRYPT}",
                    "pbkdf2_sha",
                    "pbkdf2:",
                    "scrypt:",
                    "bcrypt:",
                    "pk_live_",
                    "pk_test_",
                    "age1");

    /** Words nobody has by chance in a random value; enough even for tokens. */
    private static final Words LONG_WORDS =
            Words.ignoringCase(
                    "example",
                    "placeholder",
                    "redacted",
                    "changeme",
                    "change_me",
                    "change-me",
                    "dummy",
                    "sample",
                    "insert",
                    "replace",
                    "xxxxx",
                    "*****",
                    ".....",
                    "your_",
                    "your-",
                    "yourtoken",
                    "yourkey",
                    "yourapi",
                    "masked",
                    "fake_",
                    "fake-",
                    "notreal",
                    "not_real",
                    "not-real",
                    "notasecret",
                    "not-a-secret",
                    "not_a_secret",
                    "testtest");

    private static final Words SHORT_WORDS =
            Words.ignoringCase(
                    "changeit",
                    "fixme",
                    "todo",
                    "xxxx",
                    "your",
                    "fake",
                    "foobar",
                    "***",
                    "...",
                    "blah",
                    "lorem",
                    "ipsum",
                    "mock",
                    "bogus",
                    "invalid",
                    "goeshere",
                    "goes_here",
                    "goes-here",
                    "here>",
                    "secret_here",
                    "required|",
                    "nullable|",
                    "|confirmed",
                    "|min:",
                    "|max:",
                    "mypass",
                    "mytoken",
                    "mysecret",
                    "my_secret",
                    "my-secret",
                    "put_",
                    "fill_",
                    "enter_");

    private static final Words NOTHING_WORDS =
            Words.ignoringCase(
                    "null",
                    "none",
                    "nil",
                    "undefined",
                    "true",
                    "false",
                    "yes",
                    "no",
                    "empty",
                    "unknown",
                    "default",
                    "string",
                    "optional",
                    "required",
                    "nan",
                    "n/a",
                    "na",
                    "void",
                    "bool",
                    "boolean",
                    "integer",
                    "number",
                    "text",
                    "object",
                    "str",
                    "int",
                    "bytes",
                    "any",
                    "input",
                    "hidden",
                    "disabled",
                    "enabled",
                    "auto",
                    "test",
                    "tbd",
                    "foo",
                    "bar",
                    "baz",
                    "value",
                    "token",
                    "password",
                    "secret",
                    "key",
                    "passwd",
                    "pass",
                    "pwd",
                    "apikey",
                    "api_key",
                    "credentials",
                    "credential",
                    "username",
                    "user");

    /** No alphabet of tokens has them. */
    private static final Words TEMPLATE_PARTS = Words.exactly("${", "{{");

    /** Hashes of passwords behind the user's name, as {@code htpasswd} writes them. */
    private static final Words HASH_PARTS =
            Words.exactly(":$2a$", ":$2b$", ":$2y$", ":$apr1$", ":$5$", ":$6$", ":{SHA}");

    /** Character classes of regular expressions: the value describes a credential. */
    private static final Words PATTERN_PARTS =
            Words.exactly("[A-Z", "[a-z", "[A-F", "[a-f", "[0-9", "[^", "(?:", "(?<", "(?i", "(?P");

    private static final Words PASSWORD_WORDS =
            Words.ignoringCase("password", "passwd", "passwort", "pass", "pwd");

    private StandIns() {}

    /** Judges a value that has the form of a token: its alphabet rules most stand-ins out. */
    public static Optional<Grade> ofToken(Slice value) {
        if (value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (value.endsWith("EXAMPLE") || value.endsWith("EXAMPLEKEY")) {
            return Optional.of(Grade.EXAMPLE);
        }
        if (PublishedSamples.contains(value)) {
            return Optional.of(Grade.EXAMPLE);
        }
        if (TEMPLATE_PARTS.isPartOf(value)) {
            return Optional.of(Grade.REFERENCE);
        }
        if (value.length() > "...".length() && value.endsWith("...")) {
            return Optional.of(Grade.PLACEHOLDER); // cut short: what is missing opens
        }
        if (isEnclosed(value, '[', ']')) {
            return Optional.of(Grade.PLACEHOLDER); // or what a template of Azure computes
        }
        // The password of user:password@host is matched as a token, too.
        boolean isWord = PASSWORD_WORDS.isAllOf(value) || NamesOfSecrets.isOne(value);
        if (isWord || Monotony.isRepetition(value) || LONG_WORDS.isPartOf(value)) {
            return Optional.of(Grade.PLACEHOLDER);
        }
        return Monotony.isTyped(value) ? Optional.of(Grade.WEAK) : Optional.empty();
    }

    /**
     * Judges a value of free form, such as a password in a configuration file: what was typed to
     * fill the place is a placeholder there.
     */
    public static Optional<Grade> ofValue(Slice value) {
        return ofAssigned(value).map(grade -> grade == Grade.WEAK ? Grade.PLACEHOLDER : grade);
    }

    /** Judges a value whose name says what shape it has, or what it is when base64 is undone. */
    static Optional<Grade> ofAssigned(Slice value) {
        if (value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Grade> plain = ofPlain(value);
        return plain.isPresent() ? plain : encoded(value).flatMap(StandIns::ofPlain);
    }

    /** The text of which a value is the base64, as Kubernetes writes what is in its secrets. */
    private static Optional<Slice> encoded(Slice value) {
        if (value.length() < MIN_ENCODED || value.length() % 4 != 0) {
            return Optional.empty();
        }
        return Base64Bytes.decode(value).map(StandIns::line).filter(StandIns::isText);
    }

    /** What was encoded by {@code echo} ends with its line. */
    private static Slice line(byte[] text) {
        int end = text.length;
        return Slice.of(text, 0, end > 0 && text[end - 1] == '\n' ? end - 1 : end);
    }

    private static boolean isText(Slice text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) < ' ' || text.at(i) > '~') {
                return false;
            }
        }
        return text.length() > 3;
    }

    private static Optional<Grade> ofPlain(Slice value) {
        if (ENCRYPTED_STARTS.isStartOf(value) || isSealed(value) || isMavenCipher(value)) {
            return Optional.of(Grade.ENCRYPTED);
        }
        if (PUBLIC_STARTS.isStartOf(value) || HASH_PARTS.isPartOf(value)) {
            return Optional.of(Grade.PUBLIC);
        }
        if (isReference(value)) {
            return Optional.of(Grade.REFERENCE);
        }
        return isPlaceholder(value) ? Optional.of(Grade.PLACEHOLDER) : ofToken(value);
    }

    private static boolean isReference(Slice value) {
        return REFERENCE_STARTS.isStartOf(value)
                || REFERENCE_PARTS.isPartOf(value)
                || isShellVariable(value)
                || isPlainAddress(value)
                || isElement(value)
                || isSpecifier(value)
                || (isEnclosed(value, '.', '.') && value.indexOf('(') > 0)
                || isEnclosed(value, '%', '%')
                || isEnclosed(value, '@', '@');
    }

    private static boolean isPlaceholder(Slice value) {
        return value.isEmpty()
                || Monotony.isMask(value)
                || Monotony.isRepetition(value)
                || isEnclosed(value, '<', '>')
                || isEnclosed(value, '[', ']')
                || (value.length() > 4 && value.startsWith("__") && value.endsWith("__"))
                || PATTERN_PARTS.isPartOf(value)
                || NOTHING_WORDS.isAllOf(value)
                || SHORT_WORDS.isPartOf(value);
    }

    /** What a format puts a value for: {@code %s}, {@code %2$s}, {@code %(token)s}. */
    private static boolean isSpecifier(Slice value) {
        int last = value.length() - 1;
        if (last < 1 || value.at(0) != '%' || Slice.lower(value.at(last)) < 'a') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (!isDigit(value.at(i)) && "$.+-#*lh".indexOf(value.at(i)) < 0) {
                return value.at(1) == '(' && value.at(last - 1) == ')';
            }
        }
        return true;
    }

    /** {@code $NAME}, {@code $name.field}, {@code @NAME}: a sign and a name alone. */
    private static boolean isShellVariable(Slice value) {
        if (value.length() < 2
                || (value.at(0) != '$' && value.at(0) != '@')
                || isDigit(value.at(1))) {
            return false;
        }
        if (value.at(0) == '@' && !isUpperCase(value)) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!isNameByte(value.at(i)) && ".->[]'\"()$:".indexOf(value.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpperCase(Slice value) {
        for (int i = 1; i < value.length(); i++) {
            int b = value.at(i);
            if ((b < 'A' || b > 'Z') && !isDigit(b) && b != '_') {
                return false;
            }
        }
        return true;
    }

    /** A type or an expression with an index: {@code list[Reference]}, {@code Jobs[-1].JobId}. */
    private static boolean isElement(Slice value) {
        boolean opens = false;
        boolean closes = false;
        for (int i = 0; i < value.length(); i++) {
            int b = value.at(i);
            if (!isNameByte(b) && b != '.' && b != '-' && b != '[' && b != ']') {
                return false;
            }
            closes |= opens && b == ']';
            opens |= i > 0 && b == '[';
        }
        return closes;
    }

    /** An address that carries no user, no query and so no credential. */
    private static boolean isPlainAddress(Slice value) {
        return value.contains(":/")
                && !value.contains("@")
                && !value.contains("=")
                && (value.startsWith("http") || value.endsWith("/") || isLocal(value));
    }

    /** A scheme and a path, without a host: {@code fifo:/run/jobs}, {@code classpath:/app.key}. */
    private static boolean isLocal(Slice value) {
        int colon = value.indexOf(':');
        for (int i = 0; i < value.length(); i++) {
            int b = value.at(i);
            if (!isNameByte(b) && (i < colon || ":/.-".indexOf(b) < 0)) {
                return false;
            }
        }
        return colon > 1 && value.regionIs(colon, ":/") && !value.regionIs(colon, "://");
    }

    private static boolean isEnclosed(Slice value, int open, int close) {
        return value.length() > 2 && value.at(0) == open && value.at(value.length() - 1) == close;
    }

    /** Sealed secrets begin with a version byte and the length of the session key. */
    private static boolean isSealed(Slice value) {
        return value.length() > 200 && (value.startsWith("AgA") || value.startsWith("AgB"));
    }

    private static boolean isMavenCipher(Slice value) {
        return value.length() > 20 && value.startsWith("{") && value.endsWith("=}");
    }

    private static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || isDigit(b) || b == '_';
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}

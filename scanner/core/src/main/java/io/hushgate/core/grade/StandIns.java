package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;
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

    /** Words of hexadecimal digits that chance does not make. */
    private static final Words TYPED_WORDS =
            Words.ignoringCase("deadbeef", "cafebabe", "badc0ffee", "c0ffee00");

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

    /** Character classes of regular expressions: the value describes a credential. */
    private static final Words PATTERN_PARTS =
            Words.exactly("[A-Z", "[a-z", "[A-F", "[a-f", "[0-9", "[^");

    private static final Words PASSWORD_WORDS =
            Words.ignoringCase("password", "passwd", "passwort", "pass", "pwd");

    /** So many characters of only two are no chance: once in a thousand if there were but two. */
    private static final int MIN_OF_TWO = 10;

    /** Chance makes such a run in 40 random characters once in a hundred million. */
    private static final int LONG_RUN = 9;

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
        // The password of user:password@host is matched as a token, too.
        boolean isWord = PASSWORD_WORDS.isAllOf(value);
        if (isWord || isRepetition(value) || LONG_WORDS.isPartOf(value)) {
            return Optional.of(Grade.PLACEHOLDER);
        }
        return isTyped(value) ? Optional.of(Grade.WEAK) : Optional.empty();
    }

    /**
     * Judges a value of free form, such as a password in a configuration file: what was typed to
     * fill the place is a placeholder there.
     */
    public static Optional<Grade> ofValue(Slice value) {
        return ofAssigned(value).map(grade -> grade == Grade.WEAK ? Grade.PLACEHOLDER : grade);
    }

    /** Judges a value whose name says what shape it has. */
    static Optional<Grade> ofAssigned(Slice value) {
        if (value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (ENCRYPTED_STARTS.isStartOf(value) || isSealed(value) || isMavenCipher(value)) {
            return Optional.of(Grade.ENCRYPTED);
        }
        if (PUBLIC_STARTS.isStartOf(value)) {
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
                || isEnclosed(value, '%', '%')
                || isEnclosed(value, '@', '@');
    }

    private static boolean isPlaceholder(Slice value) {
        return value.isEmpty()
                || isMask(value)
                || isRepetition(value)
                || isEnclosed(value, '<', '>')
                || isEnclosed(value, '[', ']')
                || (value.length() > 4 && value.startsWith("__") && value.endsWith("__"))
                || PATTERN_PARTS.isPartOf(value)
                || NOTHING_WORDS.isAllOf(value)
                || SHORT_WORDS.isPartOf(value);
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
        return value.contains("://")
                && !value.contains("@")
                && !value.contains("=")
                && (value.startsWith("http") || value.endsWith("/"));
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

    private static boolean isMask(Slice value) {
        for (int i = 0; i < value.length(); i++) {
            if ("*.-_#?xX+~ \u0000".indexOf(value.at(i)) < 0 && value.at(i) < 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a value is nearly one character, or made of two, as {@code XXXX-XXXX} is.
     * Chance makes a run of 8 in 40 random characters once in a hundred million.
     */
    static boolean isRepetition(Slice value) {
        int length = value.length();
        if (length < 4) {
            return length > 0;
        }
        int same = 1;
        int longestSame = 1;
        int other = value.at(0);
        boolean three = false;
        for (int i = 1; i < length; i++) {
            int b = value.at(i);
            same = b == value.at(i - 1) ? same + 1 : 1;
            longestSame = Math.max(longestSame, same);
            if (b != value.at(0) && b != other) {
                three |= other != value.at(0);
                other = b;
            }
        }
        return longestSame >= Math.min(Math.max(4, length * 2 / 5), 8)
                || (!three && length >= MIN_OF_TWO);
    }

    /**
     * Tells whether somebody typed a value: it counts up or down, for nine characters or half of
     * its length, or repeats a short piece. Whoever made it up followed the form, so that behind
     * the mark of a vendor it is weak and not nothing.
     */
    static boolean isTyped(Slice value) {
        int count = longestCount(value);
        return TYPED_WORDS.isPartOf(value)
                || count >= LONG_RUN
                || count >= Math.max(4, value.length() / 2)
                || isPeriodic(value);
    }

    /** Bytes of the longest run in which each is one more, or one less, than the one before. */
    private static int longestCount(Slice value) {
        int steps = 1;
        int step = 0;
        int longest = 1;
        for (int i = 1; i < value.length(); i++) {
            int difference = value.at(i) - value.at(i - 1);
            boolean follows = Math.abs(difference) == 1 && (steps == 1 || difference == step);
            steps = follows ? steps + 1 : 1;
            step = difference;
            longest = Math.max(longest, steps);
        }
        return longest;
    }

    /** A piece of up to 10 bytes, at least three times, from the end backwards. */
    private static boolean isPeriodic(Slice value) {
        int length = value.length();
        for (int period = 1; period <= 10 && period * 3 <= length; period++) {
            int i = length - 1;
            while (i >= period && value.at(i) == value.at(i - period)) {
                i--;
            }
            int covered = length - 1 - i + period;
            if (covered >= period * 3 && covered * 5 >= length * 3) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || isDigit(b) || b == '_';
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}

package io.hushgate.core.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hundreds of stand-ins, put together from the forms people write, and as many random values. */
class StandInsTest {
    private static final List<String> NAMES =
            List.of(
                    "DB_PASSWORD",
                    "apiToken",
                    "secret",
                    "vault_token",
                    "POSTGRES_PASSWORD",
                    "client.secret",
                    "KEY",
                    "smtpPass");
    private static final List<String> REFERENCES =
            List.of(
                    "${%s}",
                    "$%s",
                    "$(%s)",
                    "{{ .Values.%s }}",
                    "{{%s}}",
                    "<%%= %s %%>",
                    "#{%s}#",
                    "%%%s%%",
                    "@%s@",
                    "$env:%s",
                    "process.env.%s",
                    "os.environ['%s']",
                    "getenv(\"%s\")",
                    "ENV['%s']",
                    "env:%s",
                    "${{ secrets.%s }}",
                    "var.%s",
                    "vault:secret/data/app#%s",
                    "ref+vault://secret/app#%s",
                    "ref+awssecrets://app/%s",
                    "secretref+vault://app/%s",
                    ">>vault:app#%s",
                    "op://team/app/%s",
                    "<+secrets.getValue(\"%s\")>",
                    "<path:secret/app#%s>",
                    "arn:aws:secretsmanager:eu-west-1:1:secret:%s",
                    "projects/acme/secrets/%s",
                    "@Microsoft.KeyVault(SecretUri=%s)",
                    "{{resolve:secretsmanager:%s}}",
                    "!Ref %s",
                    "!Sub %s",
                    "!GetAtt %s",
                    "/run/secrets/%s",
                    "[[ %s ]]",
                    "sm://%s",
                    "file:/etc/%s",
                    "keyring:%s");
    private static final List<String> PLACEHOLDERS =
            List.of(
                    "changeme",
                    "CHANGE_ME",
                    "change-me-now",
                    "placeholder",
                    "example-password",
                    "dummy",
                    "redacted",
                    "REDACTED",
                    "replace-this",
                    "your-token-here",
                    "<your-token>",
                    "<password>",
                    "[MASKED]",
                    "[ENTER HERE]",
                    "********",
                    "xxxxxxxx",
                    "XXXX-XXXX",
                    "--------",
                    "........",
                    "aaaaaaaa",
                    "11111111",
                    "12345678",
                    "abcdefgh",
                    "abcabcabcabc",
                    "null",
                    "None",
                    "true",
                    "FALSE",
                    "undefined",
                    "string",
                    "optional",
                    "not-a-secret",
                    "notasecret",
                    "todo",
                    "fixme-later",
                    "insert_key",
                    "sample-key",
                    "fake-token",
                    "mock-value",
                    "foobar",
                    "secret",
                    "password",
                    "token",
                    "__TOKEN__",
                    "testtest",
                    "changeit",
                    "put_key_in",
                    "lorem-ipsum");
    private static final List<String> ENCRYPTED =
            List.of(
                    "ENC[AES256_GCM,data:%s,iv:x,tag:y,type:str]",
                    "ENC[PKCS7,%s]",
                    "ENC(%s)",
                    "{cipher}%s",
                    "$ANSIBLE_VAULT;1.1;AES256 %s",
                    "!vault |%s",
                    "{AQAAABAA%s}",
                    "U2FsdGVkX1%s",
                    "vault:v1:%s",
                    "!encrypted/pkcs1-oaep %s");
    private static final List<String> PUBLIC =
            List.of(
                    "ssh-rsa %s",
                    "ssh-ed25519 %s",
                    "sha256-%s",
                    "sha512-%s",
                    "sha256:%s",
                    "hmac-sha256:%s",
                    "md5:%s",
                    "$2a$10$%s",
                    "$2b$12$%s",
                    "$argon2id$v=19$%s",
                    "$6$%s",
                    "{SSHA}%s",
                    "pbkdf2_sha256$%s",
                    "pk_live_%s",
                    "-----BEGIN PUBLIC KEY-----%s");

    @Test
    void knowsReferencesInEveryNotation() {
        int cases = 0;
        for (String form : REFERENCES) {
            for (String name : NAMES) {
                assertThat(ofValue(form.formatted(name)))
                        .as(form + " with " + name)
                        .contains(Grade.REFERENCE);
                cases++;
            }
        }
        assertThat(cases).isGreaterThan(250);
    }

    @Test
    void knowsPlaceholdersInEveryCase() {
        for (String word : PLACEHOLDERS) {
            for (String form : List.of(word, word.toUpperCase(), word.toLowerCase())) {
                assertThat(ofValue(form)).as(form).contains(Grade.PLACEHOLDER);
            }
        }
    }

    @Test
    void knowsCiphertextAndWhatIsPublic() {
        for (long seed = 0; seed < 10; seed++) {
            for (String form : ENCRYPTED) {
                String value = form.formatted(random(40, seed));
                assertThat(ofValue(value)).as(form).contains(Grade.ENCRYPTED);
            }
            for (String form : PUBLIC) {
                String value = form.formatted(random(40, seed));
                assertThat(ofValue(value)).as(form).contains(Grade.PUBLIC);
            }
        }
    }

    /** Behind the mark of a vendor they are weak; where anything may stand they fill the place. */
    @Test
    void knowsWhatSomebodyTyped() {
        List<String> pieces =
                List.of("abc123", "1234567890abcdef", "abcd1234", "0123456789", "xyz9");
        int cases = 0;
        for (String piece : pieces) {
            for (int length = 3 * piece.length(); length < 3 * piece.length() + 64; length++) {
                String value = piece.repeat(length / piece.length() + 1).substring(0, length);
                assertThat(StandIns.ofToken(slice(value))).as(value).contains(Grade.WEAK);
                assertThat(ofValue(value)).as(value).contains(Grade.PLACEHOLDER);
                cases++;
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(300);
    }

    /** {@code my_password} is what people write when they mean theirs. */
    @Test
    void knowsNamesThatStandForValues() {
        for (String first : List.of("my", "some", "the", "test", "db", "admin", "user", "wrong")) {
            for (String last : List.of("password", "secret", "token", "api_key", "passphrase")) {
                String snake = first + "_" + last;
                String kebab = snake.replace('_', '-');
                for (String name : List.of(snake, kebab, snake.toUpperCase(Locale.ROOT))) {
                    assertThat(ofValue(name)).as(name).contains(Grade.PLACEHOLDER);
                }
            }
        }
        assertThat(ofValue("myPassword")).contains(Grade.PLACEHOLDER);
        for (String value : List.of("tall_giraffe", "purple-key-horse", "my_password1", "mine")) {
            assertThat(ofValue(value)).as(value).isEmpty();
        }
    }

    @Test
    void knowsStandInsInBase64() {
        for (String text : List.of("changeit", "<YOUR_API_KEY>", "changeme\n", "${PASSWORD}")) {
            String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
            assertThat(ofValue(encoded)).as(text).isPresent();
        }
        String chosen = Base64.getEncoder().encodeToString("Maple-4711".getBytes(UTF_8));
        assertThat(ofValue(chosen)).isEmpty();
    }

    @Test
    void knowsWhatAFormatFillsIn() {
        for (String specifier : List.of("%s", "%1$s", "%-20s", "%(token)s", "%08x", "%ls")) {
            assertThat(ofValue(specifier)).as(specifier).contains(Grade.REFERENCE);
        }
        assertThat(ofValue("%horse%7x")).isEmpty();
    }

    /** A string ends within the value, and code goes on. */
    @Test
    void knowsWhatCodePutsTogether() {
        for (String value :
                List.of("\" + password + \"", "'.$password.'", ".md5($password).", " + token + ")) {
            assertThat(ofValue(value)).as(value).contains(Grade.REFERENCE);
        }
    }

    @Test
    void knowsHashesBehindTheUser() {
        for (String mark : List.of("$2y$10$", "$apr1$", "$6$")) {
            assertThat(ofValue("admin:" + mark + random(40, 1))).contains(Grade.PUBLIC);
        }
    }

    @Test
    void knowsWhatIsCutShort() {
        assertThat(StandIns.ofToken(slice(random(12, 1) + "..."))).contains(Grade.PLACEHOLDER);
    }

    @Test
    void knowsMasksOfTwoCharacters() {
        for (String mask : List.of("XXXX-XXXX-XXXX", "xx.xx.xx.xx", "0101010101", "----x-----")) {
            assertThat(StandIns.ofToken(slice(mask))).as(mask).contains(Grade.PLACEHOLDER);
        }
    }

    @Test
    void knowsVendorsSamples() {
        // Put together here, so that no scanner reads it as the real thing.
        assertThat(StandIns.ofToken(slice("AKIA" + "IOSFODNN7" + "EXAMPLE")))
                .contains(Grade.EXAMPLE);
    }

    @Test
    void leavesRandomValuesAlone() {
        List<String> taken = new ArrayList<>();
        for (long seed = 0; seed < 2000; seed++) {
            String value = random(12 + (int) (seed % 40), seed);
            if (ofValue(value).isPresent() || StandIns.ofToken(slice(value)).isPresent()) {
                taken.add(value);
            }
        }
        assertThat(taken).as("one in a thousand may hold a word by chance").hasSizeLessThan(3);
    }

    @Test
    void leavesRandomHexadecimalAndPassphrasesAlone() {
        List<String> taken = new ArrayList<>();
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < 32; i++) {
                hex.append(Character.forDigit(random.nextInt(16), 16));
            }
            String phrase = random(5, seed) + "-" + random(4, seed + 1) + "!" + random(6, seed + 2);
            for (String value : List.of(hex.toString(), phrase)) {
                if (ofValue(value).isPresent()) {
                    taken.add(value);
                }
            }
        }
        assertThat(taken).hasSizeLessThan(3);
    }

    private static Optional<Grade> ofValue(String value) {
        return StandIns.ofValue(slice(value));
    }

    private static Slice slice(String value) {
        return Slice.of(value.getBytes(UTF_8));
    }

    private static String random(int length, long seed) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}

package io.hushgate.core.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Grade;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.rule.Check;
import io.hushgate.core.rule.Evidence;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Each proof accepts what is made by its definition and lowers, but never hides, what is not. */
class ChecksTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private final Random random = new Random(20260101);

    @Test
    void checksumInBase62() {
        String body = alnum(30);
        String sum = digits(crc32(body), 62, 6);
        assertThat(grade(Check.CRC32_BASE62, "abc_" + body + sum)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_BASE62, "abc_" + flip(body) + sum)).isEqualTo(Grade.WEAK);
    }

    @Test
    void checksumInHexadecimal() {
        String body = alnum(40);
        String sum = "%08x".formatted(crc32(body));
        assertThat(grade(Check.CRC32_HEX, "ab_" + body + sum)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_HEX, "ab_" + body + "_" + sum))
                .isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_HEX, "ab_" + flip(body) + sum)).isEqualTo(Grade.WEAK);
    }

    @Test
    void checksumOfEverythingBefore() {
        String body = "abcd_" + alnum(32);
        String big = "%08x".formatted(crc32(body));
        String little = "%08x".formatted(Integer.reverseBytes((int) crc32(body)));
        assertThat(grade(Check.CRC32_HEX_WHOLE, body + "_" + big)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_HEX_WHOLE, body + "_" + little))
                .isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_HEX_WHOLE, flip(body) + "_" + big)).isEqualTo(Grade.WEAK);
        assertThat(grade(Check.CRC32_UPPER_HEX, body + "=" + "%08X".formatted(crc32(body + "="))))
                .isEqualTo(Grade.CHECKSUM_VALID);
        String base36 = digits(crc32(body), 36, 7);
        assertThat(grade(Check.CRC32_BASE36, body + base36)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_BASE36, flip(body) + base36)).isEqualTo(Grade.WEAK);
    }

    @Test
    void checksumInBase64() {
        String body = alnum(54);
        int crc = Integer.reverseBytes((int) crc32(body));
        byte[] bytes = BigInteger.valueOf(crc & 0xffffffffL).toByteArray();
        byte[] four = new byte[4];
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            four[3 - i] = bytes[bytes.length - 1 - i];
        }
        String sum = Base64.getEncoder().encodeToString(four).substring(0, 6);
        assertThat(grade(Check.CRC32_BASE64, "abcd" + body + sum)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.CRC32_BASE64, "abcd" + flip(body) + sum)).isEqualTo(Grade.WEAK);
    }

    @Test
    void bech32OfItsOwnDefinition() {
        // BIP 173 lists this as valid; it is no key.
        String valid = "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w";
        assertThat(grade(Check.BECH32, valid)).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.BECH32, valid.toUpperCase())).isEqualTo(Grade.CHECKSUM_VALID);
        assertThat(grade(Check.BECH32, valid.replace("check", "chock"))).isEqualTo(Grade.WEAK);
    }

    @Test
    void accountIdOfTwelveDigits() {
        // 16 characters of base32; the account is bits 1 to 40.
        assertThat(grade(Check.AWS_ACCOUNT, "AKIA" + "QGKZWXRT" + "H4LNVMCB"))
                .isEqualTo(Grade.FORMAT);
        assertThat(grade(Check.AWS_ACCOUNT, "AKIA" + "77ZZ77ZX" + "H4LNVMCB"))
                .isEqualTo(Grade.WEAK);
    }

    @Test
    void tokensThatSayWhenTheyEnd() {
        assertThat(grade(Check.JWT, jwt("{\"sub\":\"svc\",\"iat\":1}")))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.JWT, jwt("{\"exp\":1800000001}"))).isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.JWT, jwt("{\"exp\":1799999999}"))).isEqualTo(Grade.EXPIRED);
        assertThat(grade(Check.JWT, jwt("{\"a\":{\"exp\":5}}"))).isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.JWT, jwt("not json at all"))).isEqualTo(Grade.WEAK);
    }

    @Test
    void keysInArmorInWhateverLines() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        for (String end : List.of("\n", "\r\n", "\\n", "\\r\\n", " ")) {
            String key = pem("PRIVATE KEY", der, end);
            assertThat(grade(Check.PEM, key)).as(end).isEqualTo(Grade.STRUCTURE_VALID);
        }
        assertThat(grade(Check.PEM, pem("ENCRYPTED PRIVATE KEY", der, "\n")))
                .isEqualTo(Grade.ENCRYPTED);
        assertThat(grade(Check.PEM, pem("PUBLIC KEY", der, "\n"))).isEqualTo(Grade.PUBLIC);
        assertThat(grade(Check.PEM, pem("PRIVATE KEY", Arrays.copyOf(der, 40), "\n")))
                .isEqualTo(Grade.WEAK);
    }

    @Test
    void opensshKeysSayWhetherTheyAreEncrypted() {
        assertThat(grade(Check.PEM, openssh("none"))).isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.PEM, openssh("aes256-ctr"))).isEqualTo(Grade.ENCRYPTED);
    }

    @Test
    void filesWithAKeyInThem() {
        assertThat(grade(Check.JSON_KEY_FILE, "{\"type\":\"x\",\"private_key\":\"k\"}"))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.JSON_KEY_FILE, "{\"kty\":\"EC\",\"x\":\"1\",\"d\":\"2\"}"))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.JSON_KEY_FILE, "{\"kty\":\"EC\",\"x\":\"1\"}"))
                .isEqualTo(Grade.WEAK);
        assertThat(grade(Check.JSON_KEY_FILE, "{\"private_key\":")).isEqualTo(Grade.WEAK);
        assertThat(grade(Check.DOCKER_CONFIG, base64("{\"auths\":{\"h\":{\"auth\":\"eDp5\"}}}")))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.BASIC_AUTH, base64("svc:qzkfrw77")))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.BASIC_AUTH, base64("no colon here"))).isEqualTo(Grade.WEAK);
        assertThat(grade(Check.BASIC_AUTH, base64("user:password"))).isEqualTo(Grade.PLACEHOLDER);
        assertThat(grade(Check.BASIC_AUTH, base64("svc:${PASSWORD}"))).isEqualTo(Grade.REFERENCE);
        assertThat(grade(Check.BASIC_AUTH, base64("Aladdin:open sesame") + "=="))
                .as("the sample of RFC 7617 section 2")
                .isEqualTo(Grade.EXAMPLE);
        assertThat(grade(Check.JFROG_REFERENCE, base64("reftkn:01:0123:abc")))
                .isEqualTo(Grade.STRUCTURE_VALID);
        assertThat(grade(Check.BASE64_JSON, "glc_" + base64("{\"o\":\"1\",\"n\":\"x\"}")))
                .isEqualTo(Grade.STRUCTURE_VALID);
    }

    @Test
    void deeplyNestedJsonIsNoProblem() {
        String deep = "{\"a\":".repeat(100_000);
        assertThat(grade(Check.JSON_KEY_FILE, deep)).isEqualTo(Grade.WEAK);
    }

    private Grade grade(Check check, String value) {
        Rule rule =
                new Rule(
                        new RuleId("any"),
                        "Any",
                        Severity.HIGH,
                        new Form.Token(List.of("any"), "(?<secret>any)", false),
                        new Evidence(List.of(check), 0, 0, Optional.empty()),
                        Surroundings.ANY,
                        "",
                        List.of());
        return new Grader(NOW).grade(rule, Slice.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    private String jwt(String payload) {
        return base64("{\"alg\":\"HS256\"}") + "." + base64(payload) + "." + alnum(43);
    }

    private static String openssh(String cipher) {
        byte[] mark = "openssh-key-v1\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] name = cipher.getBytes(StandardCharsets.US_ASCII);
        byte[] key = Arrays.copyOf(mark, mark.length + 1 + name.length + 60);
        key[mark.length] = (byte) name.length;
        System.arraycopy(name, 0, key, mark.length + 1, name.length);
        for (int i = mark.length + 1 + name.length; i < key.length; i++) {
            key[i] = (byte) (i * 37);
        }
        return pem("OPENSSH PRIVATE KEY", key, "\n");
    }

    private static String pem(String label, byte[] content, String lineEnd) {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(content)
                        .replace("\n", lineEnd);
        String dashes = "-----";
        return dashes + "BEGIN " + label + dashes + lineEnd + body + lineEnd + dashes + "END "
                + label + dashes;
    }

    private String alnum(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(digit(random.nextInt(62)));
        }
        return text.toString();
    }

    private static String flip(String body) {
        char last = body.charAt(body.length() - 1);
        return body.substring(0, body.length() - 1) + (last == 'k' ? 'm' : 'k');
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private static String digits(long value, int radix, int count) {
        StringBuilder text = new StringBuilder();
        for (long rest = value; text.length() < count; rest /= radix) {
            text.insert(
                    0, radix == 36 ? Character.forDigit((int) (rest % 36), 36) : digit(rest % 62));
        }
        return text.toString();
    }

    private static char digit(long value) {
        return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".charAt((int) value);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

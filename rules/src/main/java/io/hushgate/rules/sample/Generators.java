package io.hushgate.rules.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The generators by name. Those of whole credentials carry the vendor's name and make the checksum
 * that the vendor makes:
 *
 * <pre>
 * github:ghp_  github:ghr_  github:npm_    CRC-32 in base62
 * cloudflare:cfut_  zuplo                  CRC-32 in hexadecimal
 * atlassian:ATATT3xFfGF0  bitbucket-app-password   CRC-32 in capitals
 * gitlab-routable:glpat-                   CRC-32 in base36
 * grafana  confluent                       CRC-32, little-endian
 * age  nkey:U  aws-key-id:AKIA             Bech32; CRC-16; account id
 * jwt:{"sub":"ci"}                         signed with random bytes
 * pem:RSA PRIVATE KEY  pem-escaped:...  pgp    keys that parse, of random numbers
 * </pre>
 */
final class Generators {
    private static final Map<String, Generator> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("uuid", (_, random) -> uuid(random));
        BY_NAME.put("base64", (size, random) -> base64(random.bytes(number(size))));
        BY_NAME.put("base64-of", (text, _) -> base64(text.getBytes(UTF_8)));
        BY_NAME.put("base64url-of", (text, _) -> base64Url(text.getBytes(UTF_8)));
        BY_NAME.put("github", Checksummed::github);
        BY_NAME.put("cloudflare", Checksummed::cloudflare);
        BY_NAME.put("zuplo", (_, random) -> Checksummed.zuplo(random));
        BY_NAME.put("atlassian", Checksummed::atlassian);
        BY_NAME.put("bitbucket-app-password", (_, random) -> Checksummed.bitbucket(random));
        BY_NAME.put("gitlab-routable", Checksummed::gitlab);
        BY_NAME.put("grafana", (_, random) -> Checksummed.grafana(random));
        BY_NAME.put("confluent", (_, random) -> Checksummed.confluent(random));
        BY_NAME.put("aws-key-id", Checksummed::awsKeyId);
        BY_NAME.put("age", (_, random) -> Bech32.ageSecretKey(random));
        BY_NAME.put("nkey", Nkey::seed);
        BY_NAME.put("jwt", Generators::jwt);
        BY_NAME.put("pem", PemSample::block);
        BY_NAME.put(
                "pem-escaped",
                (label, random) -> PemSample.block(label, random).replace("\n", "\\n"));
        BY_NAME.put("pgp", (_, random) -> PgpSample.block(random));
    }

    private Generators() {}

    static Optional<Generator> named(String name) {
        Optional<Generator> alphabet =
                Alphabet.of(name)
                        .map(a -> (length, random) -> a.draw(length(length, random), random));
        return alphabet.or(() -> Optional.ofNullable(BY_NAME.get(name)));
    }

    private static int length(String argument, SampleRandom random) {
        int dash = argument.indexOf('-');
        if (dash < 0) {
            return number(argument);
        }
        int least = number(argument.substring(0, dash));
        int most = number(argument.substring(dash + 1));
        if (most < least) {
            throw new TemplateProblem("a range of lengths goes up: 20-60");
        }
        return least + random.below(most - least + 1);
    }

    private static int number(String argument) {
        if (argument.matches("[0-9]{1,5}")) {
            return Integer.parseInt(argument);
        }
        throw new TemplateProblem(
                "'%s' is no length; write 20 or 20-60, at most 99999".formatted(argument));
    }

    private static String uuid(SampleRandom random) {
        String hex = Alphabet.HEX.draw(30, random);
        return "%s-%s-4%s-%s%s-%s"
                .formatted(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 15),
                        "89ab".charAt(random.below(4)),
                        hex.substring(15, 18),
                        hex.substring(18));
    }

    private static String jwt(String claims, SampleRandom random) {
        String payload = claims.isEmpty() ? "{\"sub\":\"ci\",\"iat\":1767225600}" : claims;
        return String.join(
                ".",
                base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)),
                base64Url(payload.getBytes(UTF_8)),
                base64Url(random.bytes(32)));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

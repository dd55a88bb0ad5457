package io.hushgate.rules.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request as AWS asks for: Signature Version 4, with the headers {@code host} and {@code
 * x-amz-date}. What is signed is the "canonical request" of the IAM User Guide, "Create a signed
 * AWS API request".
 *
 * @param region that the service answers in
 * @param service its name in scopes, such as {@code sts}
 */
record AwsSignature(String region, String service) {
    /** Of the service that tells whose a key is. */
    static final AwsSignature STS = new AwsSignature("us-east-1", "sts");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /**
     * The headers that sign a request.
     *
     * @param host that the service knows itself by, whoever passes the request on
     * @param secret the secret access key
     */
    Map<String, String> headers(
            String method,
            URI uri,
            String host,
            String body,
            String keyId,
            byte[] secret,
            Instant now) {
        String time = TIME.format(now);
        String day = time.substring(0, 8);
        String scope = "%s/%s/%s/aws4_request".formatted(day, region, service);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String canonical =
                String.join(
                        "\n",
                        method,
                        path,
                        query,
                        "host:" + host,
                        "x-amz-date:" + time,
                        "",
                        "host;x-amz-date",
                        hash(body));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(canonical));
        byte[] first = "AWS4".getBytes(UTF_8);
        byte[] key = new byte[first.length + secret.length];
        System.arraycopy(first, 0, key, 0, first.length);
        System.arraycopy(secret, 0, key, first.length, secret.length);
        for (String part : new String[] {day, region, service, "aws4_request"}) {
            key = sign(key, part);
        }
        String signature = HexFormat.of().formatHex(sign(key, toSign));
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Amz-Date", time);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=host;x-amz-date, Signature=%s"
                        .formatted(keyId, scope, signature));
        return headers;
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

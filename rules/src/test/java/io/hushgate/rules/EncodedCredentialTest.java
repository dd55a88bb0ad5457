package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.rules.sample.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped rules find credentials in every form that files hold them in. */
class EncodedCredentialTest {
    private static final MatchOptions OPTIONS =
            new MatchOptions(Limits.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"), false);
    private static final String TOKEN = Template.parse("${github:ghp_}").render("encoded");
    private static final String PASSWORD = Template.parse("k9${alnum:16}").render("encoded");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void inBase64AtEveryAlignment(int shift) throws IOException {
        String plain = "z".repeat(shift) + "login " + TOKEN + " and more of the text";
        assertThat(found("blob: " + base64(plain))).contains("github-pat");
    }

    @Test
    void inTheUrlAlphabetAndInHexadecimal() throws IOException {
        byte[] plain = ("???>>>~~~ key=" + TOKEN + " ???>>>").getBytes(UTF_8);
        assertThat(found("q=" + Base64.getUrlEncoder().withoutPadding().encodeToString(plain)))
                .contains("github-pat");
        assertThat(found("0x" + HexFormat.of().formatHex(plain))).contains("github-pat");
    }

    @Test
    void inPercentEncoding() throws IOException {
        String url = URLEncoder.encode("postgres://shop:" + PASSWORD + "@db.internal/shop", UTF_8);
        assertThat(found("GET /?to=" + url + "&x=1 HTTP/1.1")).contains("postgresql-url-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dsn\": \"postgres:\\/\\/shop:%s@db.internal\\/shop\"}",
                "{\"dsn\": \"postgres\\u003a//shop\\u003a%s\\u0040db.internal/shop\"}",
                "DSN=$'postgres\\x3a//shop\\x3a%s\\x40db.internal/shop'",
                "<a href=\"postgres&#x3a;//shop&#x3a;%s&#x40;db.internal/shop\">",
                "{\"text\": \"{\\\"dsn\\\": \\\"postgres://shop:%s@db.internal/shop\\\"}\"}"
            })
    void inEscapesOfJsonCodeShellsAndHtml(String form) throws IOException {
        assertThat(found(form.formatted(PASSWORD))).contains("postgresql-url-password");
    }

    @Test
    void inUtf16() throws IOException {
        String text = "# settings\r\ntoken = \"" + TOKEN + "\"\r\n";
        assertThat(found(("\ufeff" + text).getBytes(UTF_16LE))).contains("github-pat");
        assertThat(found(text.getBytes(UTF_16LE))).contains("github-pat");
        assertThat(found(("\ufeff" + text).getBytes(UTF_16BE))).contains("github-pat");
    }

    @Test
    void inSecretsOfKubernetes() throws IOException {
        String key = Template.parse("${pem:PRIVATE KEY}").render("encoded");
        String manifest =
                "apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\ndata:\n  tls.key: %s\n  token: %s\n"
                        .formatted(base64(key), base64("token for the robot: " + TOKEN));
        assertThat(found(manifest)).contains("github-pat", "private-key");
    }

    @Test
    void inPrivateKeysOnOneLine() throws IOException {
        String key = Template.parse("${pem-escaped:RSA PRIVATE KEY}").render("encoded");
        assertThat(found("{\"key\": \"" + key + "\"}")).contains("rsa-private-key");
    }

    @Test
    void inTheConfigurationOfDocker() throws IOException {
        String config =
                "{\"auths\": {\"registry.internal\": {\"auth\": \"%s\"}}}"
                        .formatted(base64("robot:" + PASSWORD));
        assertThat(found(config)).contains("docker-config-auth");
        assertThat(found(".dockerconfigjson: " + base64(config))).isNotEmpty();
    }

    @Test
    void inReleasesOfHelm() throws IOException {
        String chart =
                "{\"name\":\"shop\",\"config\":{\"token\":\"%s\"},\"manifest\":\"%s\"}"
                        .formatted(TOKEN, "kind: ConfigMap\\n".repeat(40));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(chart.getBytes(UTF_8));
        }
        String release = base64(Base64.getEncoder().encodeToString(packed.toByteArray()));
        assertThat(found("kind: Secret\ndata:\n  release: " + release + "\n"))
                .contains("github-pat");
    }

    @Test
    void inNotebooks() throws IOException {
        String notebook =
                "{\"cells\": [{\"source\": [\"import os\\n\", \"os.environ[\\\"GITHUB_TOKEN\\\"] = \\\"%s\\\"\\n\"]}]}"
                        .formatted(TOKEN);
        assertThat(found(notebook)).contains("github-pat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String token = \"%s\" +\n        \"%s\";",
                "const token = '%s' +\n    '%s';",
                "$token = '%s' .\n    '%s';",
                "token = \"%s\" \\\n        \"%s\"",
                "token = \"%s\" & _\n    \"%s\"",
                "TOKEN = \"%s\" ..\n  \"%s\"",
                "token: \"%s\\\n  %s\"",
                "curl -H 'Authorization: token %s\\\n  %s'"
            })
    void inPiecesOnTwoLines(String form) throws IOException {
        String text = form.formatted(TOKEN.substring(0, 17), TOKEN.substring(17));
        assertThat(found("first line\n" + text + "\nlast line\n")).contains("github-pat");
    }

    @Test
    void inThreePieces() throws IOException {
        String text =
                "key = \"%s\" +\n    \"%s\" +\n    \"%s\""
                        .formatted(
                                TOKEN.substring(0, 9), TOKEN.substring(9, 20), TOKEN.substring(20));
        assertThat(found(text)).contains("github-pat");
    }

    @Test
    void inBlocksOfYaml() throws IOException {
        for (String sign : new String[] {">", ">-", "|", "|+", "|2-"}) {
            assertThat(found("db:\n  password: " + sign + "\n    " + PASSWORD + "\nname: shop\n"))
                    .as(sign)
                    .contains("generic-password");
        }
    }

    private static Set<String> found(String text) throws IOException {
        return found(text.getBytes(UTF_8));
    }

    private static Set<String> found(byte[] text) throws IOException {
        Set<String> rules = new TreeSet<>();
        Rules.shipped()
                .matcher(OPTIONS)
                .match(
                        Artifact.InMemory.of(new Address.File("deploy/app.yaml"), text),
                        detection -> {
                            detection.discard();
                            rules.add(detection.rule().id().text());
                        });
        return rules;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}

package io.hushgate.cli.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.cli.UsageProblem;
import io.hushgate.source.kube.KubeLogin;
import io.hushgate.source.kube.KubeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeConfigTest {
    @TempDir private Path directory;

    private KubeTarget target(String cluster, String user) throws IOException {
        Path file = directory.resolve("config");
        Files.writeString(
                file,
                """
                current-context: here
                clusters: [{name: c, cluster: {server: 'https://cluster.example:6443', %s}}]
                users: [{name: u, user: {%s}}]
                contexts: [{name: here, context: {cluster: c, user: u}}]
                """
                        .formatted(cluster, user));
        return KubeConfig.read(file).target("");
    }

    @Test
    void readsTheCurrentContext() throws IOException {
        String authority = Base64.getEncoder().encodeToString("authority".getBytes(UTF_8));

        KubeTarget target =
                target("certificate-authority-data: " + authority, "tokenFile: run/token");

        assertThat(target.server()).hasToString("https://cluster.example:6443");
        assertThat(target.authority()).contains("authority");
        assertThat(target.login())
                .isEqualTo(
                        new KubeLogin.TokenFile(directory.toAbsolutePath().resolve("run/token")));
    }

    @Test
    void aTokenInItIsNotPrinted() throws IOException {
        KubeTarget target = target("", "token: in-the-file");

        assertThat(target.login()).isInstanceOf(KubeLogin.Token.class);
        assertThat(target.toString()).doesNotContain("in-the-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                             | exec: {command: x}    | users.u.exec is not followed; no program is run
                    ''                             | auth-provider: {}     | users.u.auth-provider is not followed
                    ''                             | as: admin             | users.u.as is not followed; log in by a token
                    insecure-skip-tls-verify: true | ''                    | clusters.c.insecure-skip-tls-verify is not followed; name the authority
                    proxy-url: 'http://p'          | ''                    | clusters.c.proxy-url is not followed
                    ''                             | client-certificate-data: eA== | one of client-certificate and client-key
                    certificate-authority: none    | ''                    | certificate-authority none cannot be read
                    certificate-authority-data: '='| ''                    | certificate-authority-data is no base64
                    """)
    void namesWhatItDoesNotFollow(String cluster, String user, String what) {
        assertThatThrownBy(() -> target(cluster, user))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining(what);
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        target("insecure-skip-tls-verify: false", "");
        KubeConfig config = KubeConfig.read(directory.resolve("config"));

        assertThatThrownBy(() -> config.target("there"))
                .hasMessageContaining("it has no context there; it has here");
        assertThatThrownBy(() -> KubeConfig.read(directory.resolve("none")))
                .hasMessageContaining("it cannot be read; check --kube-config");
        Files.writeString(directory.resolve("other.yaml"), "a: b\n");
        assertThatThrownBy(() -> KubeConfig.read(directory.resolve("other.yaml")))
                .hasMessageContaining("it is no kubeconfig");
    }
}

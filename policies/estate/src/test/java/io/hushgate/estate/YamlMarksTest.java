package io.hushgate.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlMarksTest {
    private static final Path CORPORA =
            Path.of(System.getProperty("shared.dir", "../shared"), "corpora");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Secret\nstringData: {\n",
                "{'kind' : Role, \"metadata\":{}}",
                "? kind\n: Role\n? metadata\n: {}\n",
                "on: push\njobs: {}\n",
                "stages: [a]\na:\n  script: make\n",
                "services:\n  db:\n    image: postgres\n",
                "releases:\n- chart: stable/a\n",
                "a: |\n  path \"secret/*\" {\n    capabilities = [\"read\"]\n  }\n",
                "a: \"path \\\"secret/*\\\" { policy = \\\"read\\\" }\"\n",
                "path:\n  secret/*:\n    capabilities: [read]\n",
                "config: |\n  listener \"tcp\" {}\n",
                "- community.hashi_vault.vault_read:\n    path: a/b\n",
                "spring:\n  cloud:\n    vault:\n      uri: http://a\n",
                "url: postgres://db/a?SSLMODE=disable\n",
                "NODE_TLS_REJECT_UNAUTHORIZED: 0\n",
                "run: echo $A > /etc/a\n",
                "run: vault\n  read a/b\n",
                "run: kubectl -n a create secret generic b\n",
                "a: '{{ with secret \"a/b\" }}'\n",
                "a: ref+vault://a/b#/c\n",
                "a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n",
                "a: ENC[x]\nsops:\n  mac: ENC[y]\n"
            })
    void whatAReaderAsksForMatters(String text) {
        assertThat(YamlMarks.matters(text.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- name: copy the secret token\n  copy:\n    path: /etc/app\n    mode: '0600'\n",
                "changes:\n- a kind of apiVersion\n",
                "password: a\nusername: b\n",
                "dependencies:\n  amazon.aws: '>=1'\n",
                "services:\n- nginx\n",
                "path: /a\nnote: the iam_policy, or capabilities\n",
                "a: \"{{ lookup('env', 'b') }}\"\n"
            })
    void dataOfOtherProgramsDoesNot(String text) {
        assertThat(YamlMarks.matters(text.getBytes(UTF_8))).isFalse();
    }

    /** What ends at the marks would have said nothing if it had been parsed. */
    @Test
    void nothingIsLostOfRealFiles() throws IOException {
        assumeTrue(Files.isDirectory(CORPORA), "corpora");
        EstateReader reader = new EstateReader();
        int passedOver = 0;
        List<String> lost = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPORA)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String address = CORPORA.relativize(file).toString().replace('\\', '/');
                byte[] text = Files.readAllBytes(file);
                if (Format.of(address, text).equals(Optional.of(Format.YAML))
                        && !YamlMarks.isNamed(address)
                        && !YamlMarks.matters(text)) {
                    passedOver++;
                    EstateReading reading = reader.whole(address, Format.YAML, text);
                    if (!reading.facts().isEmpty() || !reading.diagnostics().isEmpty()) {
                        lost.add(address);
                    }
                }
            }
        }
        assertThat(passedOver).isPositive();
        assertThat(lost).isEmpty();
    }
}

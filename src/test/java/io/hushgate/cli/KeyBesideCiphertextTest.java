package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.grade.Holder;
import io.hushgate.rules.sample.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in a repository, with what it opens beside it. */
class KeyBesideCiphertextTest {
    @TempDir private Path directory;

    @Test
    void namesTheFilesThatAKeyOpens() throws IOException {
        write("group_vars/all.yml", "$ANSIBLE_VAULT;1.1;AES256\n61626364\n");
        write(".vault_pass", Template.parse("${alnum:20}").render("pass") + "\n");

        String identity = Template.parse("${age}").render("identity");
        String recipient = Holder.of(identity.getBytes(UTF_8)).orElseThrow();
        write("keys.txt", identity + "\n");
        write(
                "secrets.yaml",
                "token: ENC[AES256_GCM,data:x]\nsops:\n  mac: ENC[x]\n  age:\n    - recipient: %s\n"
                        .formatted(recipient));

        Program.Result result = Program.run(directory, "scan", ".");

        assertThat(result.exitCode()).isOne();
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("ENC-KEY-IN-REPO")
                .contains("with what it opens: group_vars/all.yml")
                .contains("the key of " + recipient + " opens secrets.yaml");
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

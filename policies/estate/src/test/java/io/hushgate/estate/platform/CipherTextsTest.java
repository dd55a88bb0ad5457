package io.hushgate.estate.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.PlatformFact.DecryptionKey;
import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherTextsTest {
    private static List<Fact> read(String file, String text) {
        assertThat(EstateReader.knows(file)).as(file).isTrue();
        return new EstateReader().read(file, text.getBytes(UTF_8)).facts();
    }

    private static List<EncryptedFile> encrypted(String file, String text) {
        return read(file, text).stream()
                .filter(EncryptedFile.class::isInstance)
                .map(EncryptedFile.class::cast)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "group_vars/all.yml,$ANSIBLE_VAULT;1.1;AES256,ansible-vault",
        "backup.tar.age,age-encryption.org/v1,age",
        "notes.age,-----BEGIN AGE ENCRYPTED FILE-----,age",
        "db.gpg,-----BEGIN PGP MESSAGE-----,pgp"
    })
    void tellsAFileByItsMark(String file, String mark, String tool) {
        assertThat(encrypted(file, mark + "\n6162\n"))
                .extracting(EncryptedFile::tool)
                .containsExactly(tool);
    }

    @Test
    void tellsAFileOfGitCrypt() {
        assertThat(encrypted(".env", "\0GITCRYPT\0xyz"))
                .extracting(EncryptedFile::tool)
                .containsExactly("git-crypt");
    }

    @Test
    void tellsWhomSopsEncryptedTo() {
        String document =
                """
                token: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]
                sops:
                  lastmodified: "2026-01-01T00:00:00Z"
                  mac: ENC[AES256_GCM,data:x]
                  age:
                    - recipient: age1abcdef
                  key_groups:
                    - pgp:
                        - fp: ab12 cd34
                """;

        assertThat(encrypted("secrets.yaml", document))
                .flatExtracting(EncryptedFile::recipients)
                .containsExactly("age1abcdef", "pgp:AB12CD34");
        assertThat(
                        encrypted(
                                "prod.env",
                                "A=ENC[x]\nsops_age__list_0__map_recipient=age1abcdef\nsops_mac=ENC[y]\n"))
                .flatExtracting(EncryptedFile::recipients)
                .containsExactly("age1abcdef");
    }

    @Test
    void tellsValuesWithinADocument() {
        assertThat(
                        encrypted(
                                "group_vars/all.yml",
                                "password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\n"))
                .extracting(EncryptedFile::tool)
                .containsExactly("ansible-vault");
    }

    @Test
    void tellsKeysByNameLabelAndMark() {
        String kind = "kind: Secret\napiVersion: v1\nmetadata:\n  name: sealing\n  labels:\n";
        assertThat(
                        List.of(
                                read(".vault_pass", "several words\n"),
                                read("repo.key", "\0GITCRYPTKEY\0\0"),
                                read(
                                        "main.yaml",
                                        kind
                                                + "    sealedsecrets.bitnami.com/sealed-secrets-key: active\ndata:\n  tls.key: YQ==\n")))
                .extracting(facts ->
                        facts.stream()
                                .filter(DecryptionKey.class::isInstance)
                                .map(fact -> ((DecryptionKey) fact).tool())
                                .toList())
                .containsExactly(
                        List.of("ansible-vault"), List.of("git-crypt"), List.of("sealed-secrets"));
    }

    @ParameterizedTest
    @CsvSource({
        ".vault_pass,#!/bin/sh",
        ".vault_pass,$VAULT_PASSWORD",
        "vault-password-file,'{{ password }}'"
    })
    void whatPrintsOrNamesAPassPhraseIsNone(String file, String text) {
        assertThat(read(file, text)).noneMatch(DecryptionKey.class::isInstance);
    }
}

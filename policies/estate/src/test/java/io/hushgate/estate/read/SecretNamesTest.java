package io.hushgate.estate.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.fact.ValueClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values as they stand in public charts. */
class SecretNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"adminPassword", "AUTH_TOKEN", "secretKey", "isolationToken"})
    void namesOfSecrets(String name) {
        assertThat(Naming.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automountServiceAccountToken",
                "PHPMYADMIN_ALLOW_NO_PASSWORD",
                "useTokenReview",
                "secrets-format",
                "REGISTRY_CREDENTIAL_USERNAME",
                "secretsBackend.backend",
                "tokenTtl",
                "vault-token-cache-size",
                "ETCD_INITIAL_CLUSTER_TOKEN"
            })
    void namesOfWhatIsAroundSecrets(String name) {
        assertThat(Naming.isSecret(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROOT_PASSWORD",
                "REPLICA_SET_KEY",
                "PASSWORD",
                "[AWS",
                "<your-token>",
                "yourpassword",
                "Z3dk...WFk=",
                "glpat-xxxxxxxxxxxx",
                "sk_live_xxx",
                "my-password"
            })
    void valuesThatStandForOne(String value) {
        assertThat(ValueClassifier.of(value)).isIn(ValueClass.PLACEHOLDER, ValueClass.WEAK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt,priv-key=/etc/certs/jwt.pem,sign-method=RS256,ttl=10m",
                "client_id: {{ .Values.id }}\nissuer: {{ .Values.issuer }}\n"
            })
    void valuesThatAreComputedOrReadFromAFile(String value) {
        assertThat(ValueClassifier.of(value)).isEqualTo(ValueClass.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "5", "redis://cache:6379", "-----BEGIN CERTIFICATE-----\nMIIB\n"})
    void valuesThatAreNobodysSecret(String value) {
        assertThat(ValueClassifier.of(value)).isEqualTo(ValueClass.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Root_Password_9",
                "HUNTER2KEYX",
                "AKEYB7",
                "s3cr3tKEY",
                "postgres://app:s3cr3t@db/shop"
            })
    void valuesThatMayBeOne(String value) {
        assertThat(ValueClassifier.of(value)).isEqualTo(ValueClass.LITERAL);
    }
}

package io.hushgate.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.context.NameSense.Head;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSenseTest {
    @ParameterizedTest
    @CsvSource({
        "dbPassword, PASSWORD",
        "DB_PASSWORD, PASSWORD",
        "db-passwd-2, PASSWORD",
        "rootPwd, PASSWORD",
        "password_confirmation, PASSWORD",
        "clientSecret, SECRET",
        "oauth.client.secret, SECRET",
        "authToken, TOKEN",
        "API_KEY, KEY",
        "apikey, KEY",
        "stripeSecretKey, KEY",
        "AWS_ACCESS_KEY, KEY",
        "Authorization, CREDENTIAL",
    })
    void readsWhatANamePromises(String name, Head head) {
        assertThat(NameSense.of(new IdentifierWords().split(name)).head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({
        "dbPasswordHash",
        "token_url",
        "secretName",
        "passwordField",
        "password_reset_expires",
        "TOKEN_TTL",
        "api_key_id",
    })
    void readsWhatIsSomethingElse(String name) {
        NameSense sense = NameSense.of(new IdentifierWords().split(name));
        assertThat(sense.head()).isEqualTo(Head.NONE);
        assertThat(sense.isElse()).isTrue();
    }
}

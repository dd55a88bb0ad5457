package io.hushgate.core.context;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
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

    @ParameterizedTest
    @CsvSource({"token_accessor", "token_meta_account_id", "recv-keys", "accessKeyId", "csrfToken"})
    void someNamesSayThatTheValueIsShown(String name) {
        Slice value = Slice.of("7Qm2Zp9XvKc4".getBytes(US_ASCII));

        assertThat(NameSense.saysOutright(new IdentifierWords().split(name), value))
                .contains(Grade.PUBLIC);
    }
}

package io.hushgate.core.context;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeyReaderTest {
    /** 24 digits and letters, put together here so that no text of this file looks like a key. */
    private static final String KEY = "q7" + "Wm3xT9" + "bK2v" + "Rz8Ld5" + "Yp4s" + "Nj";

    private static final Set<String> SERVICES = Set.of("shoply", "eaglewatch");

    private final ServiceKeyReader reader = new ServiceKeyReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOPLY_API_KEY=%s",
                "shoplySecretToken: \"%s\"",
                "const shoplyKey = '%s';",
                "shoply access key %s",
                "shoply-token-%s",
                "shoplyTOKEN.%s",
                "eagle_watch_secret => %s",
                "eagle-watch.private.key: %s",
                "my_shoply_key = `%s`",
                "\"shoply_token\", \"%s\"",
                "shoply key\n    %s"
            })
    void readsNameWordAndValue(String text) {
        assertThat(value(text.formatted(KEY))).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoply_key = shoply-client-1.24.3",
                "shoply_key = getShoplyKeyFromVault()",
                "shoply token https://shoply.example.com/a1b2c3d4e5f6",
                "shoply_key = a1b2c3",
                "shoply_key = the_name_of_a_key_2",
                "shoply_token: 20240131123456",
                "shoply_secret = ShoplySecretProviderFactory",
                "shoply_key = ${SHOPLY_KEY}",
                "shoply_key"
            })
    void leavesWhatDoesNotLookLikeAKey(String text) {
        assertThat(value(text)).isEmpty();
    }

    @Test
    void leavesOtherNames() {
        assertThat(value("unshoply_key=" + KEY)).isEmpty();
        assertThat(value("key=" + KEY)).isEmpty();
    }

    @Test
    void tellsAnAssignmentFromANote() {
        value("shoply_key=" + KEY);
        assertThat(reader.isAssigned()).isTrue();
        value("shoply key " + KEY);
        assertThat(reader.isAssigned()).isFalse();
    }

    @Test
    void staysInsideTheText() {
        String text = "shoply_token=" + KEY;
        byte[] bytes = text.getBytes(US_ASCII);
        for (int end = 12; end <= bytes.length; end++) {
            assertThat(reader.read(bytes, 0, end, 7, 12)).isEqualTo(end - 13 >= 10);
        }
        for (int start = 0; start <= 7; start++) {
            assertThat(reader.read(bytes, start, bytes.length, 7, 12)).isEqualTo(start < 6);
        }
    }

    private String value(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : new String[] {"_key", "key ", "secret", "token", " key", "private"}) {
            int at = lower.indexOf(word);
            if (at >= 0
                    && reader.read(bytes, 0, bytes.length, at, at + word.length())
                    && reader.isOf(SERVICES)) {
                return text.substring(reader.valueStart(), reader.valueEnd());
            }
        }
        return "";
    }
}

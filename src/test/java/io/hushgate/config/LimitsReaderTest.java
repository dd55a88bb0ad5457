package io.hushgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsReaderTest {
    @TempDir private Path directory;

    private Configuration read(String limits) throws IOException {
        Path file = directory.resolve(Configuration.FILE_NAME);
        Files.writeString(file, "limits:\n" + limits.indent(2));
        return ConfigurationReader.read(file, Configuration.FILE_NAME);
    }

    @Test
    void replacesWhatItNamesAndLeavesTheRest() throws IOException {
        Configuration own =
                read(
                        """
                        token-ttl: 12h
                        role: {ttl: 3600}
                        mounts: [legacy]
                        environments:
                          production: [live, kunde]
                        """);

        assertThat(own.limits())
                .isEqualTo(
                        JsonReader.standard()
                                .read(
                                        """
                                        {"token_ttl": 43200, "role": {"ttl": 3600}, "mounts": ["legacy"],
                                         "environments": {"production": ["live", "kunde"]}}
                                        """));
        RegoObject effective = own.effectiveLimits();
        assertThat(effective.get(RegoString.of("role")))
                .isEqualTo(JsonReader.standard().read("{\"ttl\": 3600, \"max_ttl\": 604800}"));
        assertThat(effective.size()).isEqualTo(LimitsReader.shipped().size());
    }

    @Test
    void aNameThatNoCheckKnowsIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> read("token_tl: 1h\n"))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessage("hushgate.yaml:2: unknown limit token_tl; did you mean token_ttl?");
        assertThatThrownBy(() -> read("role: {tll: 1h}\n"))
                .hasMessageContaining("did you mean ttl?");
        assertThatThrownBy(() -> read("quux: 1\n"))
                .hasMessageContaining("hushgate facts --limits prints all of them");
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> read("token_ttl: long\n"))
                .hasMessageContaining("a number, or a length of time such as 24h; long is neither");
        assertThatThrownBy(() -> read("mounts: legacy\n")).hasMessageContaining("is a list");
        assertThatThrownBy(() -> read("role: 5\n")).hasMessageContaining("name: value");
    }

    @Test
    void ownLimitsOfAChangeAreTold() throws IOException {
        assertThat(Weakening.between(Configuration.NONE, read("token_ttl: 90d\n")))
                .containsExactly("would judge by its own limit token_ttl");
    }
}

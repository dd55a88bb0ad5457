package io.hushgate.audit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.config.ConfigurationProblem;
import io.hushgate.report.recorded.Json;
import io.hushgate.run.ScanRequest.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {
    @TempDir private Path directory;

    private Inventory read(String text) throws IOException {
        return InventoryReader.read(Files.writeString(directory.resolve("inventory.yaml"), text));
    }

    @Test
    void readsEveryKindOfTarget() throws IOException {
        Inventory inventory =
                read(
                        """
                        name: all
                        fingerprint-key-file: key
                        defaults: {time: 90s, memory: 2g, owner: team-a}
                        targets:
                          - path: a
                          - repository: https://git.example.com/a.git
                            credentials: {user-variable: U, token-variable: T}
                            owner: team-b
                          - image: registry.example.com/a:1
                          - {logs: l, only: leaks, history: false}
                          - {name: rights, vault: [v, w], kubernetes: k, only: policies, time: 2h}
                        """);
        assertThat(inventory.name()).isEqualTo("all");
        assertThat(inventory.fingerprintKeyFile()).hasValue(directory.resolve("key"));
        List<AuditTarget> targets = inventory.targets();
        assertThat(targets.stream().map(AuditTarget::name))
                .containsExactly(
                        "a",
                        "https://git.example.com/a.git",
                        "registry.example.com/a:1",
                        "l",
                        "rights");
        assertThat(targets.get(0).places())
                .containsExactly(new Place.Files(directory.resolve("a")));
        assertThat(targets.get(0).time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(targets.get(0).memory()).isEqualTo(2048);
        assertThat(targets.get(0).history()).isFalse();
        assertThat(targets.get(1).history()).isTrue();
        assertThat(targets.get(1).owner()).isEqualTo("team-b");
        assertThat(((Place.Repository) targets.get(1).places().getFirst()).login())
                .hasValue(new Place.Login(Optional.of("U"), "T"));
        assertThat(targets.get(3).halves()).containsExactly(Half.LEAKS);
        assertThat(targets.get(4).kind()).isEqualTo("vault, kubernetes");
        assertThat(targets.get(4).places()).hasSize(3);
        assertThat(targets.get(4).time()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theDigestTellsWhatIsLookedAtAndNotHowItIsWritten() throws IOException {
        String one = read("targets:\n  - path: a\n").digest();
        assertThat(read("# text\ntargets: [{path: a, time: 3m}]\n").digest()).isEqualTo(one);
        assertThat(read("targets: [{path: a, only: leaks}]\n").digest()).isNotEqualTo(one);
        assertThat(read("targets: [{path: b}]\n").digest()).isNotEqualTo(one);
    }

    @Test
    void saysWhatIsWrongAndWhatWouldBeRight() {
        wrong("", "1: the inventory is empty");
        wrong("targets: []\n", "1: there is nothing to look at");
        wrong("tagrets:\n  - path: a\n", "1: unknown setting tagrets; did you mean targets?");
        wrong("targets:\n  - owner: a\n", "2: a target has one or more of path, repository");
        wrong("targets:\n  - path: a\n  - path: a\n", "3: two targets are called a");
        wrong("targets:\n  - path: [a, b]\n", "2: a target of several places needs a name");
        wrong("targets:\n  - {path: a, time: 5}\n", "2: 5 is not one of a time like 90s");
        wrong("targets:\n  - {path: a, memory: 8m}\n", "2: 8m is not one of a size like 512m");
        wrong("targets:\n  - {path: a, history: maybe}\n", "2: maybe is not one of true or false");
        wrong("targets:\n  - {path: a, name: \"a\\nb\"}\n", "2: a name is one line");
        wrong(
                "targets:\n  - {path: a, credentials: {password: x}}\n  - {repository: 'https://h/a', credentials: {password: x}}\n",
                "unknown setting password");
        wrong("targets:\n  - repository: ssh://git@h/a\n", "2: the URL holds credentials");
        wrong("targets:\n  - repository: ssh://h/a\n", "2: repositories are fetched by https://");
        wrong("targets:\n  - repository: http://h/a\n", "2: repositories are fetched by https://");
        wrong("targets:\n  - repository: git@h:a.git\n", "2: ");
    }

    private void wrong(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .as(text)
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageContaining(what);
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        assertThatThrownBy(() -> read("targets:\n  - repository: 'https://u:pass word@h/a'\n"))
                .isInstanceOf(ConfigurationProblem.class)
                .hasMessageNotContaining("pass");
    }

    @Test
    void theSchemaKnowsTheSameKeys() throws IOException {
        Path file = Path.of(System.getProperty("project.root"), "src/docs/inventory.schema.json");
        Json schema = Json.parse(Files.readString(file)).get("properties");
        Json target = schema.get("targets").get("items").get("properties");
        Set<String> known = new HashSet<>(InventoryReader.SHARED);
        assertThat(keys(schema.get("defaults").get("properties"))).isEqualTo(known);
        assertThat(keys(schema)).isEqualTo(InventoryReader.TOP);
        known.addAll(InventoryReader.PLACES);
        known.add("name");
        assertThat(keys(target)).isEqualTo(known);
        Json credentials = Json.parse(Files.readString(file)).get("$defs").get("credentials");
        assertThat(keys(credentials.get("properties"))).isEqualTo(InventoryReader.CREDENTIALS);
    }

    private static Set<String> keys(Json object) {
        return ((Json.Members) object).values().keySet();
    }
}

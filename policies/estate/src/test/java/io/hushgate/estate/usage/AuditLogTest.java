package io.hushgate.estate.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.acl.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    /** An entry with the keys that Vault's documentation shows; values are hashed or left out. */
    static String entry(String type, String operation, String path, String metadata, String time) {
        return """
        {"time":"%s","type":"%s","auth":{"client_token":"hmac-sha256:00","display_name":"kubernetes-shop-web",\
        "policies":["default","shop"],"policy_results":{"allowed":true,"granting_policies":[{"name":"shop","type":"acl"}]},\
        "metadata":{%s},"entity_id":"e"},"request":{"id":"1","operation":"%s","mount_type":"kv",\
        "namespace":{"id":"root"},"path":"%s","data":{"path":"elsewhere","operation":"delete"}}}
        """
                .formatted(time, type, metadata, operation, path);
    }

    static final String WEB =
            "\"role\":\"shop\",\"service_account_name\":\"web\",\"service_account_namespace\":\"shop\"";

    static AuditLog read(String text) throws IOException {
        return AuditLog.read(
                "audit.log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsWhoAskedWhatAndWhenLast() throws IOException {
        AuditLog log =
                read(
                        entry("request", "read", "secret/data/a", WEB, "2026-01-01T00:00:00Z")
                                + entry(
                                        "response",
                                        "read",
                                        "secret/data/a",
                                        WEB,
                                        "2026-01-01T00:00:01Z")
                                + entry(
                                        "request",
                                        "read",
                                        "secret/data/a",
                                        WEB,
                                        "2026-01-03T00:00:00Z")
                                + entry(
                                        "request",
                                        "list",
                                        "secret/metadata/",
                                        WEB,
                                        "2026-01-02T00:00:00Z"));

        assertThat(log.problems()).isEmpty();
        assertThat(log.asked())
                .containsExactly(
                        new AuditLog.Asked(
                                new AuditEntry.Key(
                                        "shop",
                                        "shop/web",
                                        "kubernetes-shop-web",
                                        Operation.READ,
                                        "secret/data/a"),
                                1,
                                2,
                                "2026-01-01T00:00:00Z",
                                "2026-01-03T00:00:00Z"),
                        new AuditLog.Asked(
                                new AuditEntry.Key(
                                        "shop",
                                        "shop/web",
                                        "kubernetes-shop-web",
                                        Operation.LIST,
                                        "secret/metadata/"),
                                4,
                                1,
                                "2026-01-02T00:00:00Z",
                                "2026-01-02T00:00:00Z"));
    }

    @Test
    void aLineThatIsCutOffStopsNothing() throws IOException {
        String whole = entry("request", "read", "secret/data/a", WEB, "t");
        String cut = whole.substring(0, whole.indexOf("display_name"));

        AuditLog log = read("not json\n" + cut + "\n\n" + whole + whole.strip().substring(0, 40));

        assertThat(log.asked()).hasSize(1);
        assertThat(log.asked().getFirst().firstLine()).isEqualTo(4);
        assertThat(log.problems())
                .containsExactly(
                        "audit.log:1: 3 lines are cut off or no JSON; export the log again if the rest is not enough");
    }

    @Test
    void whatWasAskedIsKnownAlsoWhereTheEndOfItsLineIsCutOff() throws IOException {
        String whole = entry("request", "read", "secret/data/a", WEB, "t").strip();

        AuditLog log = read(whole.substring(0, whole.indexOf("\"data\"")));

        assertThat(log.asked()).hasSize(1);
        assertThat(log.problems()).hasSize(1);
    }

    @Test
    void loginsAndOnesOwnTokenNeedNoGrant() throws IOException {
        AuditLog log =
                read(
                        entry("request", "update", "auth/kubernetes/login", "", "t")
                                + entry("request", "read", "auth/token/lookup-self", WEB, "t")
                                + entry(
                                        "request",
                                        "read",
                                        "sys/internal/ui/mounts/secret",
                                        WEB,
                                        "t")
                                + entry("request", "help", "", WEB, "t"));

        assertThat(log.asked()).isEmpty();
    }

    @Test
    void putsTheNamespaceBeforeThePath() throws IOException {
        String entry =
                entry("request", "read", "secret/data/a", WEB, "t")
                        .replace("{\"id\":\"root\"}", "{\"id\":\"x\",\"path\":\"team/\"}");

        assertThat(read(entry).asked().getFirst().what().path()).isEqualTo("team/secret/data/a");
    }

    @Test
    void readsALogThatIsLargerThanAnyBufferInLittleMemory() throws IOException {
        byte[] line =
                entry("request", "read", "secret/data/a", WEB, "t")
                        .getBytes(StandardCharsets.UTF_8);
        int lines = 40_000;

        AuditLog log = AuditLog.read("audit.log", new Repeated(line, (long) lines * line.length));

        assertThat(log.asked()).hasSize(1);
        assertThat(log.asked().getFirst().count()).isEqualTo(lines);
    }

    @Test
    void anEndlessLineIsReadToItsLimit() throws IOException {
        byte[] line = new byte[3 * AuditLog.LONGEST_LINE];
        Arrays.fill(line, (byte) '[');

        AuditLog log = AuditLog.read("audit.log", new ByteArrayInputStream(line));

        assertThat(log.asked()).isEmpty();
        assertThat(log.problems()).hasSize(1);
    }

    /** The same bytes over and over. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long length;
        private long at;

        Repeated(byte[] bytes, long length) {
            this.bytes = bytes;
            this.length = length;
        }

        @Override
        public int read() {
            return at < length ? bytes[(int) (at++ % bytes.length)] & 0xff : -1;
        }
    }
}

package io.hushgate.estate.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.fact.AuditFact.AuditAccess;
import io.hushgate.estate.fact.AuditFact.AuditBurst;
import io.hushgate.estate.fact.AuditFact.AuditTrail;
import io.hushgate.estate.fact.Fact;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditFactsTest {
    private static String read(String path, String time) {
        return AuditLogTest.entry("request", "read", path, AuditLogTest.WEB, time)
                .replace("elsewhere", "hmac-sha256:00");
    }

    private static <T extends Fact> List<T> facts(Class<T> type, String text) throws IOException {
        return AuditFacts.of(AuditLogTest.read(text)).facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void countsDifferentPathsWithinTenMinutes() throws IOException {
        String log =
                read("secret/data/a", "2026-01-01T00:01:00Z")
                        + read("secret/data/a", "2026-01-01T00:02:00.123456789Z")
                        + read("secret/data/b", "2026-01-01T01:09:59+01:00")
                        + read("secret/data/c", "2026-01-01T00:10:00Z");

        assertThat(facts(AuditBurst.class, log))
                .extracting(AuditBurst::start, AuditBurst::paths)
                .containsExactly(
                        tuple("2026-01-01T00:00:00Z", 2), tuple("2026-01-01T00:10:00Z", 1));
    }

    @Test
    void aRefusalIsCountedOnceThoughRequestAndResponseTellIt() throws IOException {
        String request = read("secret/data/x", "2026-01-01T00:01:00Z");
        String refused =
                request.replace(
                        "\"type\":\"request\"",
                        "\"type\":\"request\",\"error\":\"1 error occurred: permission denied\"");
        String response = refused.replace("\"type\":\"request\"", "\"type\":\"response\"");

        assertThat(facts(AuditBurst.class, request + refused + response))
                .extracting(AuditBurst::denied)
                .containsExactly(1);
    }

    @Test
    void tellsWhenASubjectFirstAskedForAPath() throws IOException {
        String log =
                read("secret/data/a", "2026-01-01T00:00:00Z")
                        + read("secret/data/b", "2026-01-08T02:00:00Z");

        assertThat(facts(AuditAccess.class, log))
                .extracting(
                        AuditAccess::subject,
                        AuditAccess::path,
                        AuditAccess::hours,
                        AuditAccess::knownHours)
                .containsExactly(
                        tuple("role shop as shop/web", "secret/data/a", 0, 0),
                        tuple("role shop as shop/web", "secret/data/b", 170, 0));
    }

    @Test
    void countsEntriesWithValuesThatAreNotHashed() throws IOException {
        String hashed = read("secret/data/a", "2026-01-01T00:00:00Z");
        String raw = hashed.replace("hmac-sha256:00", "Plum" + "Orbit7");

        AuditTrail trail = facts(AuditTrail.class, hashed + raw + raw).getFirst();

        assertThat(trail.plain()).isEqualTo(2);
        assertThat(trail.at().line()).isEqualTo(2);
        assertThat(trail.first()).isEqualTo("2026-01-01T00:00:00Z");
    }
}

package io.hushgate.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.FingerprintKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {
    private static final FingerprintKey KEY = FingerprintKey.of(new byte[FingerprintKey.BYTES]);
    private final RuleSet rules = Matching.rules();

    @Test
    void joinsEqualValuesUnderOneRule() throws IOException {
        FindingCollector collector = new FindingCollector(KEY);
        match(collector, "b.txt", "x tok_Ab3dEf6hIj9l");
        match(collector, "a.txt", "\ntok_Ab3dEf6hIj9l tok_Zz8yXx7wVv6u");
        List<Finding> findings = collector.findings();
        assertThat(findings).hasSize(2);
        assertThat(findings.getFirst().occurrences())
                .extracting(Object::toString)
                .containsExactly("a.txt:2:1", "b.txt:1:3");
        assertThat(findings.getFirst().redacted()).isEqualTo("tok_****");
        assertThat(findings.getLast().location()).hasToString("a.txt:2:18");
    }

    @Test
    void wipesWhatItTakes() throws IOException {
        List<Detection> seen = new ArrayList<>();
        FindingCollector collector = new FindingCollector(KEY);
        rules.matcher(Matching.OPTIONS)
                .match(
                        artifact("a.txt", "tok_Ab3dEf6hIj9l"),
                        detection -> {
                            seen.add(detection);
                            collector.accept(detection);
                        });
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> seen.getFirst().secret().read(bytes -> bytes.length));
    }

    @Test
    void knowsALogByItsAddress() throws IOException {
        FindingCollector collector = new FindingCollector(KEY);
        byte[] text = "tok_Ab3dEf6hIj9l".getBytes(StandardCharsets.UTF_8);
        rules.matcher(Matching.OPTIONS)
                .match(
                        Artifact.InMemory.of(
                                new Address.LogStep(new Address.File("ci.log"), "build", "test"),
                                text),
                        collector);
        assertThat(collector.findings())
                .singleElement()
                .extracting(Finding::state)
                .isEqualTo(FindingState.LOG);
    }

    @Test
    void doesNotDependOnThreadsOrOrder()
            throws IOException, InterruptedException, ExecutionException {
        List<Artifact.InMemory> artifacts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String value = Matching.alnum(12, i % 20);
            artifacts.add(artifact("dir/" + i, "a\n  tok_" + value + "\npassword: " + value));
        }
        FindingCollector alone = new FindingCollector(KEY);
        for (Artifact.InMemory artifact : artifacts) {
            rules.matcher(Matching.OPTIONS).match(artifact, alone);
        }
        Collections.shuffle(artifacts, new Random(1));
        FindingCollector together = new FindingCollector(KEY);
        try (var workers = Executors.newFixedThreadPool(4)) {
            List<Callable<Matched>> tasks = new ArrayList<>();
            for (Artifact.InMemory artifact : artifacts) {
                tasks.add(() -> rules.matcher(Matching.OPTIONS).match(artifact, together));
            }
            for (Future<Matched> done : workers.invokeAll(tasks)) {
                assertThat(done.get().skips()).isEmpty();
            }
        }
        assertThat(together.findings()).isEqualTo(alone.findings()).hasSizeGreaterThan(19);
    }

    private void match(FindingCollector collector, String path, String text) throws IOException {
        rules.matcher(Matching.OPTIONS).match(artifact(path, text), collector);
    }

    private static Artifact.InMemory artifact(String path, String text) {
        return Artifact.InMemory.of(new Address.File(path), text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a whole history, with and without attribution, beside {@code git cat-file
 * --batch-all-objects --unordered --buffer --batch}, which reads every object in pack order too.
 * Rounds are interleaved, medians printed with their ratio; nothing is asserted, machines differ.
 *
 * <pre>
 * java -Xmx256m -XX:+UseSerialGC -cp ... io.hushgate.source.git.HistoryBenchmark REPO [WORKERS] [ROUNDS]
 * </pre>
 */
final class HistoryBenchmark {
    /** One blob in so many gets attributed, as if it held a finding. */
    private static final int FOUND = 200;

    private HistoryBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Path.of(arguments[0]);
        Workers workers =
                arguments.length > 1
                        ? new Workers(Integer.parseInt(arguments[1]))
                        : Workers.available();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        List<Double> reading = new ArrayList<>();
        List<Double> attributing = new ArrayList<>();
        List<Double> git = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            git.add(catFile(repository));
            long start = System.nanoTime();
            HistorySource source = HistorySource.of(GitRepository.open(repository, Limits.DEFAULT));
            Set<Address> found = ConcurrentHashMap.newKeySet();
            Coverage coverage = source.read(workers, consumers(found));
            reading.add(secondsSince(start));
            start = System.nanoTime();
            int placed = source.attribute(found, workers).size();
            attributing.add(secondsSince(start));
            if (round == 0) {
                System.out.printf(
                        "%d artifacts, %d MB, %d commits, %d skipped, %d of %d attributed%n",
                        coverage.artifacts(),
                        coverage.bytes() / 1_000_000,
                        coverage.commits(),
                        coverage.skipped().size(),
                        placed,
                        found.size());
            }
        }
        System.out.printf(
                "read %.2f s, attribute %.2f s, git cat-file %.2f s, ratio %.2f%n",
                median(reading), median(attributing), median(git), median(git) / median(reading));
    }

    private static ConsumerFactory consumers(Set<Address> found) {
        return () ->
                (artifact, _) -> {
                    switch (artifact) {
                        case Artifact.InMemory(Address.GitObject at, _, _, _, _)
                                when at.id().hashCode() % FOUND == 0 ->
                                found.add(at);
                        case Artifact.InMemory _ -> {}
                        case Artifact.Streamed streamed -> {
                            byte[] piece = new byte[1 << 16];
                            while (streamed.read(piece, 0, piece.length) >= 0) {
                                continue;
                            }
                        }
                    }
                };
    }

    private static double catFile(Path repository) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                "git",
                                "cat-file",
                                "--batch-all-objects",
                                "--unordered",
                                "--buffer",
                                "--batch")
                        .directory(repository.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.waitFor();
        return secondsSince(start);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}

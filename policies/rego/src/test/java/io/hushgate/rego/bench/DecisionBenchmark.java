package io.hushgate.rego.bench;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * CPU time of one decision, on one thread: a whole package evaluated for each of 2,000 documents.
 * Prints the first pass, the best of all passes, and the bytes allocated per document.
 *
 * <pre>{@code
 * mvn -q test-compile -pl policies/rego
 * java -cp policies/rego/target/test-classes:policies/rego/target/classes:<class path> \
 *     io.hushgate.rego.bench.DecisionBenchmark [passes]
 * }</pre>
 */
public final class DecisionBenchmark {
    private static final int DOCUMENTS = 2_000;

    private DecisionBenchmark() {}

    public static void main(String[] args) throws IOException {
        int passes = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        measure(
                "rbac.rego",
                List.of("kubernetes", "rbac"),
                Documents.kubernetes(DOCUMENTS),
                passes);
        measure("vault.rego", List.of("vault", "policy"), Documents.vault(DOCUMENTS), passes);
    }

    private static void measure(
            String module, List<String> packagePath, List<Value> documents, int passes)
            throws IOException {
        Program program = Rego.create().withModule(module, Policies.read(module)).compile();
        List<Value> path = packagePath.stream().<Value>map(RegoString::of).toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double first = 0;
        double best = Double.MAX_VALUE;
        long bytes = 0;
        int checksum = 0;
        for (int pass = 0; pass < passes; pass++) {
            long allocated = allocatedBytes(threads);
            long start = threads.getCurrentThreadCpuTime();
            for (Value document : documents) {
                Value answer = program.evaluate(document).value(path);
                checksum += answer == null ? 0 : answer.hashCode();
            }
            double micros = (threads.getCurrentThreadCpuTime() - start) / 1e3 / documents.size();
            bytes = allocatedBytes(threads) - allocated;
            first = pass == 0 ? micros : first;
            best = Math.min(best, micros);
        }
        System.out.printf(
                "%s: first pass %.1f us, best %.1f us, %d bytes per document (checksum %08x)%n",
                module, first, best, bytes / documents.size(), checksum);
    }

    private static long allocatedBytes(ThreadMXBean threads) {
        return threads instanceof com.sun.management.ThreadMXBean counting
                ? counting.getCurrentThreadAllocatedBytes()
                : 0;
    }
}

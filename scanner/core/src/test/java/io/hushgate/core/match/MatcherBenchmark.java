package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints the engine's speed over a file, pass by pass: {@code MatcherBenchmark RULES FILE PASSES},
 * with rules as the build compiles them. The first passes are those of a short run.
 */
final class MatcherBenchmark {
    private MatcherBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        RuleSet rules = RuleSet.read(Files.readAllBytes(Path.of(arguments[0])));
        System.out.printf(
                Locale.ROOT,
                "%d rules read in %.1f ms%n",
                rules.rules().size(),
                (System.nanoTime() - begin) / 1e6);
        Path file = Path.of(arguments[1]);
        Matcher matcher = rules.matcher(Matching.OPTIONS);
        for (int pass = 0; pass < Integer.parseInt(arguments[2]); pass++) {
            long start = System.nanoTime();
            long startCpu = threads.getCurrentThreadCpuTime();
            long[] found = {0};
            Matched matched;
            try (InputStream in = Files.newInputStream(file)) {
                matched =
                        matcher.match(
                                streamed(in),
                                d -> {
                                    d.secret().close();
                                    found[0]++;
                                });
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "pass %d: %.0f MB/s, %.0f MB a second of CPU, %d detections %s%n",
                    pass,
                    matched.bytes() / 1e6 / seconds,
                    matched.bytes() / 1e6 / cpu,
                    found[0],
                    matched.skips());
        }
    }

    private static Artifact.Streamed streamed(InputStream in) {
        return new Artifact.Streamed() {
            @Override
            public Address address() {
                return new Address.File("mixed");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return in.read(into, offset, length);
            }
        };
    }
}

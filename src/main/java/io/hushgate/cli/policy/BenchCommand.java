package io.hushgate.cli.policy;

import io.hushgate.rego.Query;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.Value;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a query, as {@code opa bench} does. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Evaluates a query over and over and tells how long it took.",
            "Policies are compiled before; the first evaluations are not counted.",
            "",
            "Exit codes: 0; 1 with --fail for an answer that is empty; 2 for errors.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  hushgate policy bench -d policy/ -i input.json data.app.allow"
        })
final class BenchCommand implements Callable<Integer> {
    /** How the answer is written. */
    enum Format {
        PRETTY,
        JSON
    }

    private static final int ERROR = 2;

    /** Enough for percentiles of a hundredth, and what a machine holds without noticing. */
    private static final int MAX_SAMPLES = 100_000;

    /** A run is as long as that of Go's benchmarks, which opa uses. */
    private static final Duration RUN = Duration.ofSeconds(1);

    @Parameters(paramLabel = "QUERY", description = "Such as data.app.allow.")
    private String query = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "PATH",
            description = "Policies or data; may be repeated.")
    private List<String> data = List.of();

    @Mixin private BundleOption bundles = new BundleOption();

    @Mixin private InputFile input = new InputFile();

    @Option(names = "--count", paramLabel = "N", description = "How many runs (default: 1).")
    private int count = 1;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "pretty|json",
            description = "How results are told (default: pretty).")
    private Format format = Format.PRETTY;

    @Option(
            names = "--fail",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Exit with 1 when the answer is empty (default: true).")
    private boolean fail;

    @Mixin private RegoFiles files = new RegoFiles();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Failures.guarded(spec.commandLine().getErr(), ERROR, this::bench);
    }

    private int bench() {
        if (count < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--count %d: choose 1 or more".formatted(count));
        }
        Query compiled = files.load(data, bundles.paths(), new Metrics()).compile().query(query);
        Value given = input.read();
        if (fail && compiled.answers(given).isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("hushgate: the answer is empty; --no-fail measures it all the same");
            err.flush();
            return 1;
        }
        run(compiled, given);
        List<Timings> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(compiled, given));
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Timings run : runs) {
            out.println(
                    switch (format) {
                        case PRETTY -> run.toTable();
                        case JSON -> JsonWriter.PRETTY.write(run.toJson());
                    });
        }
        out.flush();
        return 0;
    }

    private static Timings run(Query query, @Nullable Value input) {
        long[] samples = new long[1024];
        int taken = 0;
        long start = System.nanoTime();
        long before = start;
        while (before - start < RUN.toNanos() && taken < MAX_SAMPLES) {
            query.answers(input);
            long after = System.nanoTime();
            if (taken == samples.length) {
                samples = Arrays.copyOf(samples, taken * 2);
            }
            samples[taken++] = after - before;
            before = after;
        }
        return Timings.of(Arrays.copyOf(samples, taken));
    }
}

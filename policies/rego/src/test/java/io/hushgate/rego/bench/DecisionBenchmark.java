package io.hushgate.rego.bench;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of one decision: a whole document of rules evaluated for each of many inputs, one after
 * the other on one thread. Counted is the time of the process, its garbage collector included, in
 * the best of all passes. {@code src/bench/decisions.py} runs this beside {@code opa}.
 *
 * <pre>
 * write DIRECTORY                             the policies and inputs of the benchmark
 * inputs PASSES POLICIES DOCUMENT FILE        a JSON array of inputs
 * written PASSES POLICIES DOCUMENT FILE       the same, each comprehension evaluated as it is written
 * data PASSES POLICIES DOCUMENT FILE          one evaluation a pass, before this data document
 * </pre>
 */
public final class DecisionBenchmark {
    private static final int DOCUMENTS = 2_000;

    /** A pass is at least as long, because the clock of the process ticks in hundredths. */
    private static final long PASS_NANOS = 1_000_000_000;

    private DecisionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("write")) {
            write(Path.of(arguments[1]));
            return;
        }
        int passes = Integer.parseInt(arguments[1]);
        Value content = JsonReader.standard().read(Files.readAllBytes(Path.of(arguments[4])));
        Rego rego = rego(Path.of(arguments[2]));
        List<@Nullable Value> inputs = new ArrayList<>();
        if (arguments[0].equals("data")) {
            rego = rego.withData((RegoObject) content);
            inputs.add(null);
        } else {
            ((RegoArray) content).forEach(inputs::add);
        }
        Program program = rego.compile();
        if (arguments[0].equals("written")) {
            program = program.watchable();
        }
        System.out.printf("%.3f%n", bestMicros(program, arguments[3], inputs, passes));
    }

    private static void write(Path directory) throws IOException {
        for (String policy : List.of("rbac.rego", "vault.rego")) {
            Files.writeString(directory.resolve(policy), Policies.read(policy));
        }
        write(directory.resolve("rbac.json"), Documents.kubernetes(DOCUMENTS));
        write(directory.resolve("vault.json"), Documents.vault(DOCUMENTS));
    }

    private static void write(Path file, List<Value> documents) throws IOException {
        Files.writeString(file, JsonWriter.COMPACT.write(RegoArray.of(documents)));
    }

    private static Rego rego(Path policies) {
        Loaded loaded =
                new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT)
                        .add(policies, List.of())
                        .load();
        Rego rego = Rego.create().withData(loaded.data());
        for (SourceFile file : loaded.modules()) {
            rego = rego.withModule(file.name(), file.text());
        }
        return rego;
    }

    private static double bestMicros(
            Program program, String document, List<@Nullable Value> inputs, int passes) {
        double best = Double.MAX_VALUE;
        int answers = 0;
        for (int pass = 0; pass < passes; pass++) {
            long done = 0;
            long spent;
            long start = cpuNanos();
            do {
                for (Value input : inputs) {
                    answers += program.evaluate(input).value(document) == null ? 0 : 1;
                    done++;
                }
                spent = cpuNanos() - start;
            } while (spent < PASS_NANOS);
            best = Math.min(best, spent / 1e3 / done);
        }
        if (answers == 0) {
            throw new IllegalStateException("no answer: the document is undefined");
        }
        return best;
    }

    private static long cpuNanos() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof com.sun.management.OperatingSystemMXBean counting) {
            return counting.getProcessCpuTime();
        }
        throw new IllegalStateException("this JVM does not tell the CPU time of the process");
    }
}

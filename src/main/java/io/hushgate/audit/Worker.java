package io.hushgate.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.audit.look.LookAnswer;
import io.hushgate.audit.look.LookRequest;
import io.hushgate.report.store.Outcome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of this program that looks at targets, one after the other, with a heap of its own. A
 * process rather than a thread, since it alone can be held to an amount of memory, and ended at any
 * moment without harm to others. It ends itself when the one that started it is gone.
 */
final class Worker implements AutoCloseable {
    /** The command of the program that a worker runs. */
    private static final List<String> COMMAND = List.of("audit", "work");

    /** How much longer than its time a look may take before it is ended from outside. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";

    private final Process process;
    private final Writer requests;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final int megabytes;
    private volatile boolean closed;
    private boolean ready;

    private Worker(Process process, int megabytes) {
        this.process = process;
        this.megabytes = megabytes;
        this.requests =
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        Thread.ofVirtual().name("answers of a worker").start(this::readLines);
    }

    /**
     * Starts one.
     *
     * @param environment what it sees beyond the environment of this process
     */
    static Worker start(int megabytes, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command(megabytes));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return new Worker(builder.start(), megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException("no process can be started", e);
        }
    }

    /** This program as it was started itself, but for the heap. */
    private static List<String> command(int megabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        !argument.startsWith("-Xm")
                                && !argument.startsWith("-agent")
                                && !argument.startsWith("-javaagent")
                                && !argument.startsWith("-XX:AOTCacheOutput")
                                && !argument.startsWith("-Dhushgate.rehearsal"))
                .forEach(command::add);
        command.add("-Xmx" + megabytes + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("io.hushgate.cli.Main");
        command.addAll(COMMAND);
        return command;
    }

    private void readLines() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // The process ended; what it had to say is read.
        } finally {
            lines.add(Optional.empty());
        }
    }

    boolean has(int wanted) {
        return megabytes == wanted && !closed && process.isAlive();
    }

    /** What became of asking. */
    sealed interface Told {
        /** An answer. */
        record Answer(LookAnswer answer) implements Told {}

        /** The process is gone, and nobody knows why. */
        record Ended(String how) implements Told {}
    }

    /** Asks for a look and waits for its answer, for as long as its limit allows. */
    Told ask(LookRequest request) throws InterruptedException {
        try {
            requests.write(request.line());
            requests.write('\n');
            requests.flush();
        } catch (IOException e) {
            return ended();
        }
        // The first line says that it listens: until then its start takes the time, and no target.
        if (!ready && lines.take().isEmpty()) {
            return ended();
        }
        ready = true;
        long deadline = System.nanoTime() + request.time().plus(GRACE).toNanos();
        List<String> answer = new ArrayList<>();
        while (true) {
            Optional<String> line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                close();
                return new Told.Answer(
                        LookAnswer.failed(
                                Outcome.LIMIT_TIME,
                                "it took longer than %d seconds; give it more time, or look at less"
                                        .formatted(request.time().toSeconds())));
            }
            if (line.isEmpty()) {
                return ended();
            }
            if (line.get().startsWith("{")) {
                answer.add(line.get());
            } else if (line.get().contains(OUT_OF_MEMORY)) {
                close();
                return new Told.Answer(
                        LookAnswer.failed(
                                Outcome.LIMIT_MEMORY,
                                "it needs more than %d MB; give it more memory, or look at less"
                                        .formatted(megabytes)));
            }
            if (!answer.isEmpty() && answer.size() > LookAnswer.count(answer.getFirst())) {
                return new Told.Answer(
                        LookAnswer.read(answer.getFirst(), answer.subList(1, answer.size())));
            }
        }
    }

    private Told ended() throws InterruptedException {
        close();
        return new Told.Ended("the process ended with %d".formatted(process.waitFor()));
    }

    @Override
    public void close() {
        closed = true; // it lives on for a moment
        process.destroyForcibly();
    }
}

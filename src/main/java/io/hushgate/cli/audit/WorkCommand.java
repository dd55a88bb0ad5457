package io.hushgate.cli.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.audit.look.LookAnswer;
import io.hushgate.audit.look.LookRequest;
import io.hushgate.audit.look.Looker;
import io.hushgate.report.store.Outcome;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;

/** What {@code audit run} starts: looks at what it is told on standard input, a line each. */
@Command(name = "work", hidden = true, description = "Started by audit run; not for people.")
final class WorkCommand implements Callable<Integer> {
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        // Whatever prints by mistake must not get between the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
        Thread.ofPlatform().daemon().name("requests").start(this::readRequests);
        Looker looker = new Looker(System.getenv());
        try (Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8)) {
            out.write("ready\n"); // until now the start took the time, and no target
            out.flush();
            while (true) {
                LookAnswer answer = answer(looker, requests.take());
                out.write(answer.head() + "\n");
                for (String item : answer.items()) {
                    out.write(item + "\n");
                }
                out.flush();
            }
        }
    }

    /** A bug that one target uncovers is told, and stops no other. */
    @SuppressWarnings("CatchAndPrintStackTrace") // for whoever reports the bug
    private static LookAnswer answer(Looker looker, String request) {
        try {
            return looker.look(LookRequest.read(request));
        } catch (RuntimeException | StackOverflowError e) {
            e.printStackTrace();
            String place =
                    Optional.of(e.getStackTrace())
                            .filter(trace -> trace.length > 0)
                            .map(trace -> " at " + trace[0])
                            .orElse("");
            return LookAnswer.failed(
                    Outcome.CRASHED,
                    e.getClass().getName() + place + "; please report this as a bug");
        }
    }

    /**
     * When nobody can ask any more, nobody waits for an answer either: ends in the middle of it.
     */
    private void readRequests() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
            }
        } catch (IOException e) {
            // the same as the end
        }
        Runtime.getRuntime().halt(0);
    }
}

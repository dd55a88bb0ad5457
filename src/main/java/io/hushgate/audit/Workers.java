package io.hushgate.audit;

import io.hushgate.audit.inventory.AuditTarget;
import io.hushgate.audit.look.LookAnswer;
import io.hushgate.audit.look.LookRequest;
import io.hushgate.report.store.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workers of a run; one that is free and has the heap that is wanted is used again. */
final class Workers implements AutoCloseable {
    private final Map<String, String> environment;
    private final Deque<Worker> free = new ArrayDeque<>();
    private final List<Worker> all = new ArrayList<>();
    private boolean closed;

    Workers(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Has a target looked at. A process that ended without a word is tried once more: it may have
     * been a signal that was meant for us.
     */
    LookAnswer look(AuditTarget target, LookRequest request) throws InterruptedException {
        Worker.Told told = ask(target, request);
        if (told instanceof Worker.Told.Ended) {
            told = ask(target, request);
        }
        return switch (told) {
            case Worker.Told.Answer(var answer) -> answer;
            case Worker.Told.Ended(var how) ->
                    LookAnswer.failed(
                            Outcome.CRASHED,
                            how + ", twice; please report what it printed as a bug");
        };
    }

    private Worker.Told ask(AuditTarget target, LookRequest request) throws InterruptedException {
        Worker worker = take(target.memory());
        Worker.Told told = worker.ask(request);
        give(worker);
        return told;
    }

    private synchronized Worker take(int megabytes) {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
        Optional<Worker> fitting = free.stream().filter(w -> w.has(megabytes)).findFirst();
        if (fitting.isPresent()) {
            free.remove(fitting.get());
            return fitting.get();
        }
        // One that does not fit makes place for one that does.
        Optional.ofNullable(free.poll()).ifPresent(Worker::close);
        Worker worker = Worker.start(megabytes, environment);
        all.add(worker);
        return worker;
    }

    private synchronized void give(Worker worker) {
        free.add(worker);
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(Worker::close);
    }
}

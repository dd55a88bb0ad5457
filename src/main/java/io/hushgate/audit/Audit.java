package io.hushgate.audit;

import io.hushgate.audit.inventory.AuditTarget;
import io.hushgate.audit.inventory.Inventory;
import io.hushgate.audit.look.LookAnswer;
import io.hushgate.audit.look.LookRequest;
import io.hushgate.core.Coverage;
import io.hushgate.report.recorded.Json;
import io.hushgate.report.recorded.RecordedReport;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.Link;
import io.hushgate.report.store.Outcome;
import io.hushgate.report.store.Run;
import io.hushgate.report.store.RunWriter;
import io.hushgate.report.store.Sight;
import io.hushgate.report.store.Sighting;
import io.hushgate.report.store.Store;
import io.hushgate.report.store.StoreAddress;
import io.hushgate.report.store.TargetLook;
import io.hushgate.run.FingerprintKeys;
import io.hushgate.run.ProgramVersion;
import io.hushgate.run.RunProblem;
import io.hushgate.run.ScanRequest.Half;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One run over an inventory. What a run that was interrupted had committed is kept, and the rest is
 * looked at, so that in the end the store is as if nothing had happened.
 *
 * @param jobs how many targets are looked at at the same time; what is stored does not depend on it
 * @param cache where clones are kept
 * @param clock dates the run
 * @param environment with the credentials that the inventory names
 */
public record Audit(
        Inventory inventory,
        StoreAddress address,
        int jobs,
        Path cache,
        InstantSource clock,
        Map<String, String> environment) {
    public Audit {
        environment = Map.copyOf(environment);
    }

    /** Hears how a run goes; called by one thread. */
    public interface Listener {
        /** A run that was interrupted goes on; so many of its targets are done. */
        void goesOn(Run run, int done);

        /** A run that was interrupted had another inventory and is ended as it is. */
        void endsOther(Run run);

        /** A target was committed, the {@code done}th. */
        void committed(TargetLook look, int done, int all);
    }

    /** What a run came to: its number, and the head of the chain for whoever notes it elsewhere. */
    public record Result(long run, String head) {}

    /**
     * Runs it.
     *
     * @throws RuntimeException of the kinds that the command line answers with one line, when the
     *     store or the key cannot be used; never because of a target
     */
    public Result run(Listener listener) throws InterruptedException {
        try (Store store = Store.open(address, Access.WRITE, environment)) {
            String key = AuditKey.find(environment, inventory.fingerprintKeyFile(), address.file());
            RunWriter writer = RunWriter.to(store);
            Run run = begun(writer, FingerprintKeys.id(key), listener);
            Set<String> committed = writer.committed(run);
            lookAtTheRest(writer, run, committed, key, listener);
            Link link = writer.end(run, clock.instant());
            return new Result(run.number(), link.hash());
        }
    }

    private Run begun(RunWriter writer, String keyId, Listener listener) {
        if (writer.keyId().filter(known -> !known.equals(keyId)).isPresent()) {
            throw new RunProblem(
                    "%s: its fingerprints were made with another key; set %s to that key, or name another --store"
                            .formatted(address.shownAs(), FingerprintKeys.VARIABLE));
        }
        Optional<Run> interrupted = writer.interrupted();
        if (interrupted.isPresent()) {
            Run run = interrupted.get();
            if (run.inventoryDigest().equals(inventory.digest())) {
                listener.goesOn(run, writer.committed(run).size());
                return run;
            }
            listener.endsOther(run);
            writer.end(run, clock.instant());
        }
        return writer.begin(
                inventory.name(), inventory.digest(), ProgramVersion.get(), keyId, clock.instant());
    }

    private void lookAtTheRest(
            RunWriter writer, Run run, Set<String> committed, String key, Listener listener)
            throws InterruptedException {
        List<AuditTarget> targets = inventory.targets();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
        Map<String, String> handed = Map.of(FingerprintKeys.VARIABLE, key);
        // The workers are closed first, so that nobody waits for what they were at.
        try (ExecutorService pool = Executors.newFixedThreadPool(jobs);
                Workers workers = new Workers(handed)) {
            CompletionService<TargetLook> looks = new ExecutorCompletionService<>(pool);
            List<AuditTarget> rest = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                AuditTarget target = targets.get(i);
                if (committed.contains(target.name())) {
                    continue;
                }
                rest.add(target);
                LookRequest request = LookRequest.of(target, cache, threads);
                long ordinal = i + 1L;
                looks.submit(() -> told(target, ordinal, workers.look(target, request)));
            }
            for (int done = 0; done < rest.size(); done++) {
                TargetLook look = looks.take().get();
                writer.commit(run, look);
                listener.committed(look, committed.size() + done + 1, targets.size());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look ended without an answer", e.getCause());
        }
    }

    private static TargetLook told(AuditTarget target, long ordinal, LookAnswer answer) {
        boolean looked = answer.outcome() == Outcome.LOOKED;
        Coverage coverage =
                looked ? RecordedReport.coverage(Json.parse(answer.summary())) : Coverage.NONE;
        Sight sight =
                new Sight(
                        target.halves().contains(Half.LEAKS),
                        target.halves().contains(Half.POLICIES),
                        target.history(),
                        coverage);
        return new TargetLook(
                target.name(),
                ordinal,
                target.kind(),
                target.owner(),
                answer.outcome(),
                answer.detail(),
                sight,
                answer.summary(),
                answer.items().stream().map(Sighting::read).toList());
    }
}

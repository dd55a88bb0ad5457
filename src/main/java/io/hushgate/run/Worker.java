package io.hushgate.run;

import io.hushgate.core.Artifact;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.match.Matcher;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.Prefixed;
import io.hushgate.source.log.LogText;
import java.io.IOException;
import java.util.Arrays;

/**
 * One thread's share of a run: each artifact is read once, matched for credentials and, where it is
 * configuration, read into facts. What lies in memory is matched in place; the rest streams
 * through, but for configuration, which is read as a whole.
 */
final class Worker implements ArtifactConsumer {
    private static final int FIRST = 1 << 20;
    private final Matcher matcher;
    private final DetectionSink findings;
    private final Foreign foreign;
    private final Notes notes;
    private final boolean leaks;
    private final boolean policies;
    private final int maxConfigurationBytes;

    Worker(
            Matcher matcher,
            DetectionSink findings,
            Foreign foreign,
            Notes notes,
            boolean leaks,
            boolean policies,
            int maxConfigurationBytes) {
        this.matcher = matcher;
        this.findings = findings;
        this.foreign = foreign;
        this.notes = notes;
        this.leaks = leaks;
        this.policies = policies;
        this.maxConfigurationBytes = maxConfigurationBytes;
    }

    @Override
    public void accept(Artifact artifact, AddedRanges added) throws IOException {
        notes.passing(artifact.address());
        switch (artifact) {
            case Artifact.InMemory whole -> look(whole, added);
            case Artifact.Streamed streamed -> read(streamed, added);
        }
    }

    private void read(Artifact.Streamed streamed, AddedRanges added) throws IOException {
        if (!policies || !Notes.isJudged(streamed.address())) {
            match(streamed, added);
            return;
        }
        byte[] buffer = new byte[FIRST];
        int length = 0;
        while (true) {
            if (length == buffer.length) {
                if (length > maxConfigurationBytes) {
                    notes.configuration(
                            new Artifact.InMemory(streamed.address(), buffer, 0, length));
                    match(new Prefixed(buffer, length, streamed), added);
                    return;
                }
                buffer = Arrays.copyOf(buffer, Math.min(2 * length, maxConfigurationBytes + 1));
            }
            int got = streamed.read(buffer, length, buffer.length - length);
            if (got < 0) {
                look(new Artifact.InMemory(streamed.address(), buffer, 0, length), added);
                return;
            }
            length += got;
        }
    }

    private void look(Artifact.InMemory whole, AddedRanges added) throws IOException {
        match(whole, added);
        if (policies) {
            notes.configuration(whole);
        }
    }

    private void match(Artifact artifact, AddedRanges added) throws IOException {
        if (!leaks) {
            return;
        }
        boolean isLog = artifact instanceof LogText; // places are its own, which a copy loses
        if (artifact instanceof Artifact.Streamed streamed && foreign.looks() && !isLog) {
            whole(foreign.whole(streamed, notes), added);
            return;
        }
        whole(artifact, added);
    }

    private void whole(Artifact artifact, AddedRanges added) throws IOException {
        DetectionSink sink =
                detection -> {
                    if (added.touches(detection.span())) {
                        findings.accept(foreign.marked(inLog(artifact, detection)));
                    } else {
                        detection.discard();
                    }
                };
        notes.looked(matcher.match(artifact, sink));
        if (artifact instanceof Artifact.InMemory whole) {
            foreign.look(whole, sink);
        }
        if (artifact instanceof LogText log) {
            log.takeUnmasked().forEach(shown -> findings.accept(foreign.marked(shown)));
        }
    }

    /** What is found in the text of a log is told by where it stands in the log. */
    private static Detection inLog(Artifact artifact, Detection found) {
        if (!(artifact instanceof LogText log)) {
            return found;
        }
        return found.at(log.place(found.span(), found.region()), log.original(found.span()));
    }
}

package io.hushgate.run;

import io.hushgate.config.SelfCheck;
import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.Violation;
import io.hushgate.core.match.Detection;
import io.hushgate.core.match.DetectionSink;
import io.hushgate.core.rule.Rule;
import io.hushgate.rules.gitleaks.AcceptedElsewhere;
import io.hushgate.rules.gitleaks.ForeignFile;
import io.hushgate.rules.gitleaks.ForeignRules;
import io.hushgate.source.Prefixed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What files of other scanners bring into a run: rules, and values that somebody accepted there.
 * Without such files nothing of theirs is loaded.
 */
final class Foreign {
    /** No files. */
    static final Foreign NONE = new Foreign(null, null);

    /** Rules of others see a text as a whole; longer ones are left to ours. */
    private static final int MAX_BYTES = 64 << 20;

    private static final int FIRST = 1 << 16;

    private final @Nullable ForeignRules rules;
    private final @Nullable AcceptedElsewhere accepted;

    private Foreign(@Nullable ForeignRules rules, @Nullable AcceptedElsewhere accepted) {
        this.rules = rules;
        this.accepted = accepted;
    }

    /** Reads those files that are of other scanners. */
    static Foreign read(List<Path> files) {
        List<Path> ofRules = files.stream().filter(ForeignFile::isRules).toList();
        List<Path> ofValues = files.stream().filter(ForeignFile::isAcceptances).toList();
        if (ofRules.isEmpty() && ofValues.isEmpty()) {
            return NONE;
        }
        return new Foreign(
                ofRules.isEmpty() ? null : ForeignRules.read(ofRules),
                ofValues.isEmpty() ? null : AcceptedElsewhere.read(ofValues));
    }

    /** The files that are ours. */
    static List<Path> without(List<Path> files) {
        return files.stream()
                .filter(file -> !ForeignFile.isRules(file) && !ForeignFile.isAcceptances(file))
                .toList();
    }

    /** The files that are of other scanners. */
    static List<Path> of(List<Path> files) {
        List<Path> ours = without(files);
        return files.stream().filter(file -> !ours.contains(file)).toList();
    }

    /** Tells whether rules of others look at texts, which then have to lie in memory. */
    boolean looks() {
        return rules != null;
    }

    List<Rule> rules() {
        return rules == null ? List.of() : rules.rules();
    }

    /** Reads a text into memory; one that is too long is handed on as it came. */
    Artifact whole(Artifact.Streamed streamed, Notes notes) throws IOException {
        byte[] buffer = new byte[FIRST];
        int length = 0;
        while (true) {
            if (length == buffer.length) {
                if (length >= MAX_BYTES) {
                    notes.tooLongForOthers(streamed.address());
                    return new Prefixed(buffer, length, streamed);
                }
                buffer = Arrays.copyOf(buffer, Math.min(2 * length, MAX_BYTES));
            }
            int got = streamed.read(buffer, length, buffer.length - length);
            if (got < 0) {
                return new Artifact.InMemory(streamed.address(), buffer, 0, length);
            }
            length += got;
        }
    }

    /** Looks with the rules of others. */
    void look(Artifact.InMemory text, DetectionSink sink) {
        if (rules != null) {
            rules.look(text.address(), text.bytes(), text.from(), text.to(), sink);
        }
    }

    /** The detection, with a word on who accepted it elsewhere. */
    Detection marked(Detection detection) {
        return accepted == null ? detection : accepted.marked(detection);
    }

    /** What the files hardly mean. */
    List<Violation> alarms() {
        Stream<String> told =
                Stream.concat(
                        rules == null ? Stream.of() : rules.warnings().stream(),
                        accepted == null ? Stream.of() : accepted.warnings().stream());
        return told.map(warning -> SelfCheck.FOREIGN_FILE.at(place(warning), warning)).toList();
    }

    /** A warning starts with the file it is about. */
    private static Location place(String warning) {
        int colon = warning.indexOf(": ");
        String file = colon < 0 ? "" : warning.substring(0, colon).replaceFirst(":\\d+$", "");
        return new Location(new Address.File(file), Region.at(1, 1));
    }
}

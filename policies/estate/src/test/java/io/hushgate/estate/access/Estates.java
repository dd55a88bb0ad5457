package io.hushgate.estate.access;

import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.fact.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Estates for tests: name and text of each file in turns. */
public final class Estates {
    private Estates() {}

    /** Reads the files and joins them. */
    public static Estate of(String... files) {
        List<EstateReading> readings = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            readings.add(
                    new EstateReader()
                            .read(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return Estate.of(readings);
    }

    static AccessGraph graph(String... files) {
        return AccessGraph.of(of(files).facts(), Dialect.VAULT);
    }

    /** Every reach as one line: subject, target, capabilities, and the ways of the steps. */
    static List<String> reaches(String... files) {
        return lines(graph(files), AccessQuery.EVERYTHING);
    }

    static List<String> lines(AccessGraph graph, AccessQuery query) {
        return Reaches.of(graph, query).stream().map(Estates::line).toList();
    }

    static AccessQuery query(String subject, String path, Confidence surest) {
        return new AccessQuery(
                Optional.of(subject).filter(one -> !one.isEmpty()),
                Optional.of(path).filter(one -> !one.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                surest);
    }

    private static String line(Reach reach) {
        return "%s -> %s %s by %s"
                .formatted(
                        reach.subject().title(),
                        reach.target(),
                        reach.capabilities(),
                        reach.steps().stream().map(step -> step.way().id()).toList());
    }
}

package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.RuleId;
import io.hushgate.core.pattern.Pattern;
import io.hushgate.core.rule.Rule;
import io.hushgate.core.rule.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The candidates of one artifact: waits until nothing that comes can change the outcome, lets the
 * best of those that share bytes win, and delivers the winners in order.
 */
final class Candidates {
    /** What comes later starts, and looks back, at most this many bytes before its keyword. */
    static final int MARGIN = 2 * Surroundings.MAX_DISTANCE;

    /** Chains of overlapping matches are cut here, so that none grows without end. */
    private static final int MAX_CLUSTER = 4096;

    private final List<Rule> rules;
    private final boolean[] isPartner;
    private final Address address;
    private final DetectionSink sink;
    private final MatchOptions options;
    private final List<Candidate> pending = new ArrayList<>();
    private final List<Candidate> partners = new ArrayList<>();
    private int delivered;
    private long dropped;

    Candidates(RuleSet set, Address address, DetectionSink sink, MatchOptions options) {
        this.rules = set.rules();
        this.isPartner = set.traits().partner();
        this.address = address;
        this.sink = sink;
        this.options = options;
    }

    void add(Candidate candidate) {
        pending.add(candidate);
    }

    /** How many wait. */
    int size() {
        return pending.size();
    }

    /** Those that may be delivered and have no place yet. */
    List<Candidate> unplaced() {
        return pending.stream().filter(c -> isWanted(c) && !c.isPlaced()).toList();
    }

    /** How many detections went over the limit. */
    long dropped() {
        return dropped;
    }

    /**
     * Delivers what is settled.
     *
     * @param scanned every keyword that ends up to here was seen; {@link Long#MAX_VALUE} at the end
     */
    void settle(long scanned) {
        if (pending.isEmpty()) {
            return;
        }
        long safe = scanned == Long.MAX_VALUE ? scanned : scanned - MARGIN;
        pending.sort(Candidate.BY_PLACE);
        List<Candidate> past = List.copyOf(partners);
        pending.stream().filter(c -> isPartner[c.rule]).forEach(partners::add);
        partners.sort(Candidate.BY_PLACE);
        int done = 0;
        while (done < pending.size()) {
            long end = pending.get(done).end;
            int next = done + 1;
            while (next < pending.size()
                    && pending.get(next).start < end
                    && next - done < MAX_CLUSTER) {
                end = Math.max(end, pending.get(next).end);
                next++;
            }
            if (end >= safe) {
                break;
            }
            deliver(pending.subList(done, next));
            done = next;
        }
        long keep = done < pending.size() ? pending.get(done).start : safe;
        partners.clear();
        past.stream().filter(c -> c.end >= keep - MARGIN).forEach(partners::add);
        pending.subList(0, done).stream()
                .filter(c -> isPartner[c.rule] && c.end >= keep - MARGIN)
                .forEach(partners::add);
        pending.subList(0, done).clear();
    }

    private void deliver(List<Candidate> cluster) {
        TreeMap<Long, Candidate> winners = new TreeMap<>();
        for (Candidate c : cluster.stream().sorted(Candidate.BEST_FIRST).toList()) {
            Map.Entry<Long, Candidate> before = winners.lowerEntry(c.end);
            if (before == null || before.getValue().end <= c.start) {
                winners.put(c.start, c);
            } else {
                c.secret.close();
            }
        }
        winners.values().forEach(this::deliver);
    }

    private void deliver(Candidate c) {
        boolean wanted = isWanted(c);
        if (!wanted || delivered == options.limits().maxMatchesPerArtifact()) {
            dropped += wanted ? 1 : 0;
            c.secret.close();
            return;
        }
        delivered++;
        Rule rule = rules.get(c.rule);
        sink.accept(
                new Detection(
                        rule,
                        address,
                        c.span(),
                        c.region(),
                        c.secret,
                        c.grade,
                        c.severity,
                        confidence(rule, c),
                        c.remark()));
    }

    private boolean isWanted(Candidate c) {
        return c.grade.isCredential() || options.everything();
    }

    private Confidence confidence(Rule rule, Candidate c) {
        Surroundings near = rule.surroundings();
        boolean alone =
                near.partner().filter(partner -> !stands(partner, c, near.distance())).isPresent();
        return alone ? lower(c.confidence) : c.confidence;
    }

    /** Tells whether a match of {@code partner} stands near. */
    private boolean stands(RuleId partner, Candidate c, int distance) {
        int i = partners.size();
        while (i > 0 && partners.get(i - 1).start >= c.start - distance - Pattern.MAX_WINDOW) {
            i--;
        }
        for (; i < partners.size() && partners.get(i).start <= c.end + distance; i++) {
            Candidate p = partners.get(i);
            if (p.end >= c.start - distance && rules.get(p.rule).id().equals(partner)) {
                return true;
            }
        }
        return false;
    }

    static Confidence lower(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> Confidence.MEDIUM;
            case MEDIUM, LOW -> Confidence.LOW;
        };
    }
}

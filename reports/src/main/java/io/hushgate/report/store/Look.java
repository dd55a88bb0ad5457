package io.hushgate.report.store;

import java.util.Comparator;
import java.util.List;

/**
 * What the store says of one target in one run.
 *
 * @param complete whether everything of it was looked at
 * @param livePlaces how many places held live credentials
 * @param pruned whether what was seen in detail was given up since
 * @param itemsDigest over what was seen, which stays when the details go
 * @param digest over all of this but {@code pruned}, and over the turns that the look made
 * @see TargetLook
 */
public record Look(
        long run,
        String target,
        long ordinal,
        String kind,
        String owner,
        Outcome outcome,
        String detail,
        boolean complete,
        long livePlaces,
        String summary,
        boolean pruned,
        String itemsDigest,
        String digest) {
    /** What the digest has to be. */
    String digest(List<Turn> turns) {
        Digests digests =
                Digests.begin()
                        .add(run, target, ordinal, kind, owner, outcome.label(), detail)
                        .add(complete, livePlaces, summary, itemsDigest);
        turns.stream()
                .sorted(Comparator.comparing(Turn::key))
                .forEach(turn ->
                        digests.add(
                                turn.key().kind().label(),
                                turn.key().check(),
                                turn.key().identity(),
                                turn.state().label(),
                                turn.item()));
        return digests.hex();
    }

    Look withDigest(List<Turn> turns) {
        return new Look(
                run,
                target,
                ordinal,
                kind,
                owner,
                outcome,
                detail,
                complete,
                livePlaces,
                summary,
                pruned,
                itemsDigest,
                digest(turns));
    }
}

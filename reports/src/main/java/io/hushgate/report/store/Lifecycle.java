package io.hushgate.report.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An issue of a target, from when it was first seen.
 *
 * @param turns in the order of their runs, at least one; the states of two neighbours differ
 */
public record Lifecycle(String target, IssueKey key, List<Turn> turns) {
    public Lifecycle {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("an issue was seen once at least");
        }
    }

    /** The turn that brought it to where it was at the end of a run; empty before the first. */
    Optional<Turn> turnAt(long run) {
        Optional<Turn> last = Optional.empty();
        for (Turn turn : turns) {
            if (turn.run() <= run) {
                last = Optional.of(turn);
            }
        }
        return last;
    }

    /** How it was at the end of a run: {@link State#GONE} too before it was first seen. */
    public State stateAt(long run) {
        return turnAt(run).map(Turn::state).orElse(State.GONE);
    }

    /** Tells whether a run saw it first. */
    public boolean isNewIn(long run) {
        return turns.getFirst().run() == run;
    }

    /** What a run changed of it. */
    public Change changeIn(long run) {
        State now = stateAt(run);
        State before = stateAt(run - 1);
        if (now == State.GONE) {
            return before == State.GONE ? Change.NONE : Change.FIXED;
        }
        if (now == State.ACCEPTED) {
            return Change.ACCEPTED;
        }
        if (isNewIn(run)) {
            return Change.NEW;
        }
        return before.isOpen() ? Change.OPEN : Change.REOPENED;
    }

    /** The runs that ended its time in the files: each took it out of them while it was open. */
    public List<Turn> containments() {
        List<Turn> found = new ArrayList<>();
        boolean live = false;
        for (Turn turn : turns) {
            if (turn.state() == State.LIVE) {
                live = true;
            } else if (turn.state() != State.UNSEEN) {
                if (live && turn.state() != State.ACCEPTED) {
                    found.add(turn);
                }
                live = false;
            }
        }
        return found;
    }

    /** The turn that took it out of the files and kept it out up to a run. */
    Optional<Turn> containedAt(long run) {
        State state = stateAt(run);
        if (state != State.GONE && state != State.PAST) {
            return Optional.empty();
        }
        return containments().stream()
                .filter(turn -> turn.run() <= run)
                .reduce((_, later) -> later);
    }

    /** How often it came back up to a run. */
    int reopenings(long run) {
        int count = 0;
        for (Turn turn : turns) {
            boolean counts = turn.run() <= run && changeIn(turn.run()) == Change.REOPENED;
            count += counts ? 1 : 0;
        }
        return count;
    }
}

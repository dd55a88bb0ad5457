package io.hushgate.rules.gitleaks;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every match of a part of an expression holds, as far as can be told without running it.
 * Lengths and distances are in characters; {@link #ENDLESS} is their infinity.
 *
 * @param exact all texts of the part, in lower case; null when there are too many
 * @param fixed texts of which every match holds one; null when none are known
 * @param least characters of a match
 * @param most characters of a match
 */
record Literals(@Nullable Set<String> exact, @Nullable Fixed fixed, int least, int most) {
    static final int ENDLESS = 1 << 20;

    /** More alternatives cost more to look for than they save. */
    private static final int MAX_TEXTS = 64;

    /** Shorter texts occur everywhere. */
    private static final int SHORTEST = 3;

    /** What matches no character: an anchor, a word border. */
    static final Literals NOTHING = new Literals(Set.of(""), null, 0, 0);

    /**
     * Texts of which every match holds one.
     *
     * @param nearest how far from the start of the match it begins, at least
     * @param farthest and at most
     */
    record Fixed(Set<String> texts, int nearest, int farthest) {
        private Fixed shifted(int least, int most) {
            return new Fixed(texts, plus(nearest, least), plus(farthest, most));
        }

        private int shortest() {
            return texts.stream().mapToInt(String::length).min().orElse(0);
        }

        private boolean isBounded() {
            return farthest < ENDLESS;
        }

        /** Bounded before unbounded, then long, then few. */
        private boolean isBetterThan(@Nullable Fixed other) {
            if (other == null || isBounded() != other.isBounded()) {
                return other == null || isBounded();
            }
            return shortest() == other.shortest()
                    ? texts.size() < other.texts.size()
                    : shortest() > other.shortest();
        }
    }

    /** A single text of one character. */
    static Literals of(Set<String> characters) {
        return new Literals(characters, null, 1, 1);
    }

    /** One part behind the other. */
    static Literals sequence(Iterable<Literals> parts) {
        Set<String> run = Set.of("");
        boolean whole = true;
        int runLeast = 0;
        int runMost = 0;
        int least = 0;
        int most = 0;
        Fixed best = null;
        for (Literals part : parts) {
            Set<String> longer = part.exact == null ? null : product(run, part.exact);
            if (longer == null) {
                whole = false;
                best = better(best, fixed(run, runLeast, runMost));
                run = part.exact == null ? Set.of("") : part.exact;
                runLeast = part.exact == null ? plus(least, part.least) : least;
                runMost = part.exact == null ? plus(most, part.most) : most;
            } else {
                run = longer;
            }
            if (part.fixed != null) {
                best = better(best, part.fixed.shifted(least, most));
            }
            least = plus(least, part.least);
            most = plus(most, part.most);
        }
        best = better(best, fixed(run, runLeast, runMost));
        return new Literals(whole ? run : null, best, least, most);
    }

    /** One part or the other. */
    static Literals choice(Iterable<Literals> branches) {
        Set<String> exact = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        int nearest = ENDLESS;
        int farthest = 0;
        int least = ENDLESS;
        int most = 0;
        boolean isExact = true;
        boolean isFixed = true;
        for (Literals branch : branches) {
            least = Math.min(least, branch.least);
            most = Math.max(most, branch.most);
            isExact &= branch.exact != null;
            if (branch.exact != null) {
                exact.addAll(branch.exact);
            }
            Fixed fixed = branch.best();
            isFixed &= fixed != null;
            if (fixed != null) {
                texts.addAll(fixed.texts);
                nearest = Math.min(nearest, fixed.nearest);
                farthest = Math.max(farthest, fixed.farthest);
            }
        }
        return new Literals(
                isExact && exact.size() <= MAX_TEXTS ? exact : null,
                isFixed && texts.size() <= MAX_TEXTS ? new Fixed(texts, nearest, farthest) : null,
                least,
                most);
    }

    /** The part over and over; {@code most} may be {@link #ENDLESS}. */
    Literals repeated(int fewest, int mostTimes) {
        Set<String> texts = null;
        if (exact != null && fewest == 0 && mostTimes == 1) {
            texts = new LinkedHashSet<>(exact);
            texts.add("");
        } else if (exact != null && fewest == mostTimes && fewest <= 4) {
            texts = Set.of("");
            for (int i = 0; i < fewest && texts != null; i++) {
                texts = product(texts, exact);
            }
        }
        return new Literals(
                texts, fewest > 0 ? best() : null, times(least, fewest), times(most, mostTimes));
    }

    /** The texts to look for first; null when there are none. */
    @Nullable Fixed best() {
        return better(fixed, exact == null ? null : fixed(exact, 0, 0));
    }

    private static @Nullable Fixed fixed(Set<String> texts, int nearest, int farthest) {
        boolean usable = texts.stream().allMatch(text -> text.length() >= SHORTEST);
        return usable && !texts.isEmpty() ? new Fixed(texts, nearest, farthest) : null;
    }

    private static @Nullable Fixed better(@Nullable Fixed a, @Nullable Fixed b) {
        return b != null && b.isBetterThan(a) ? b : a;
    }

    private static @Nullable Set<String> product(Set<String> heads, Set<String> tails) {
        if (heads.size() * tails.size() > MAX_TEXTS) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        for (String head : heads) {
            for (String tail : tails) {
                all.add(head + tail);
            }
        }
        return all;
    }

    private static int plus(int a, int b) {
        return Math.min(ENDLESS, a + b);
    }

    private static int times(int a, int count) {
        return (int) Math.min(ENDLESS, (long) a * count);
    }
}

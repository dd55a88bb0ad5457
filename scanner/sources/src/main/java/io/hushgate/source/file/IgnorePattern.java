package io.hushgate.source.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@code .gitignore}, by the rules of {@code gitignore(5)} and of git's wildmatch.
 *
 * <p>Matching never tries more than the last {@code *} and the last {@code **} again: what stands
 * before them can only gain by matching as early as possible. So the time is at most the length of
 * the pattern times that of the path, for each directory of the path.
 */
final class IgnorePattern {
    private final boolean negated;
    private final boolean directoriesOnly;
    private final boolean wholePath;
    private final Piece[] pieces;

    private IgnorePattern(
            boolean negated, boolean directoriesOnly, boolean wholePath, Piece[] pieces) {
        this.negated = negated;
        this.directoriesOnly = directoriesOnly;
        this.wholePath = wholePath;
        this.pieces = pieces;
    }

    /** A step of a pattern. */
    private sealed interface Piece {
        /** One byte of a set, never a slash unless it is the slash itself. */
        record One(BitSet of) implements Piece {}

        /** {@code *}: any number of bytes but slashes. */
        record Star() implements Piece {}

        /** Two stars and a slash: nothing, or anything that ends in a slash. */
        record Directories() implements Piece {}

        /** {@code **} at the end after a slash: all that is left. */
        record Rest() implements Piece {}
    }

    /**
     * Reads a line.
     *
     * @return empty for comments, empty lines, and patterns that can match nothing
     */
    static Optional<IgnorePattern> parse(byte[] line) {
        int from = 0;
        int to = endWithoutBlanks(line);
        if (to == 0 || line[0] == '#') {
            return Optional.empty();
        }
        boolean negated = line[0] == '!';
        if (negated) {
            from++;
        }
        boolean directoriesOnly = to > from && line[to - 1] == '/';
        if (directoriesOnly) {
            to--;
        }
        boolean wholePath = false;
        for (int i = from; i < to; i++) {
            wholePath |= line[i] == '/';
        }
        if (from < to && line[from] == '/') {
            from++;
        }
        Piece[] pieces = new Reader(line, from, to).pieces();
        return pieces == null || pieces.length == 0
                ? Optional.empty()
                : Optional.of(new IgnorePattern(negated, directoriesOnly, wholePath, pieces));
    }

    /** Blanks at the end do not count unless the last of them is escaped. */
    private static int endWithoutBlanks(byte[] line) {
        int to = line.length;
        if (to > 0 && line[to - 1] == '\r') {
            to--;
        }
        while (to > 0 && line[to - 1] == ' ') {
            int backslashes = 0;
            while (backslashes < to - 1 && line[to - 2 - backslashes] == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 1) {
                break;
            }
            to--;
        }
        return to;
    }

    /** Tells whether a match means: do look at it. */
    boolean isNegated() {
        return negated;
    }

    /**
     * Tells whether a path matches.
     *
     * @param path from the directory of the {@code .gitignore}, which starts at {@code from}
     * @param name where its last part starts
     */
    boolean matches(byte[] path, int from, int name, boolean directory) {
        if (directoriesOnly && !directory) {
            return false;
        }
        return matches(path, wholePath ? from : name);
    }

    private boolean matches(byte[] text, int from) {
        int at = from;
        int piece = 0;
        int star = -1;
        int starAt = 0;
        int directories = -1;
        int directoriesAt = 0;
        while (true) {
            @Nullable Piece next = piece < pieces.length ? pieces[piece] : null;
            switch (next) {
                case Piece.Rest() -> {
                    return true;
                }
                case Piece.Star() -> {
                    star = piece++;
                    starAt = at;
                    continue;
                }
                case Piece.Directories() -> {
                    directories = piece++;
                    directoriesAt = at;
                    star = -1;
                    continue;
                }
                case Piece.One(var set) -> {
                    if (at < text.length && set.get(text[at] & 0xff)) {
                        at++;
                        piece++;
                        continue;
                    }
                }
                case null -> {
                    if (at == text.length) {
                        return true;
                    }
                }
            }
            if (star >= 0 && starAt < text.length && text[starAt] != '/') {
                at = ++starAt;
                piece = star + 1;
                continue;
            }
            if (directories < 0) {
                return false;
            }
            while (directoriesAt < text.length && text[directoriesAt] != '/') {
                directoriesAt++;
            }
            if (directoriesAt == text.length) {
                return false;
            }
            at = ++directoriesAt;
            piece = directories + 1;
            star = -1;
        }
    }

    /** Turns the text of a pattern into pieces. */
    private static final class Reader {
        private final byte[] line;
        private final int from;
        private final int to;
        private int at;

        Reader(byte[] line, int from, int to) {
            this.line = line;
            this.from = from;
            this.to = to;
            this.at = from;
        }

        /** Null for a pattern that git gives up on: a bracket or an escape without its end. */
        Piece @Nullable [] pieces() {
            List<Piece> pieces = new ArrayList<>();
            while (at < to) {
                Piece piece = piece();
                if (piece == null) {
                    return null;
                }
                pieces.add(piece);
            }
            return pieces.toArray(Piece[]::new);
        }

        private @Nullable Piece piece() {
            int b = line[at++];
            return switch (b) {
                case '*' -> stars();
                case '?' -> new Piece.One(allButSlash());
                case '[' -> bracket();
                case '\\' -> at < to ? one(line[at++]) : null;
                default -> one(b);
            };
        }

        private Piece stars() {
            int first = at - 1;
            while (at < to && line[at] == '*') {
                at++;
            }
            boolean afterSlash = first == from || line[first - 1] == '/';
            if (at - first == 2 && afterSlash && at == to) {
                return first == from ? new Piece.Star() : new Piece.Rest();
            }
            if (at - first == 2 && afterSlash && line[at] == '/') {
                at++;
                return new Piece.Directories();
            }
            return new Piece.Star();
        }

        private static Piece one(int b) {
            BitSet set = new BitSet();
            set.set(b & 0xff);
            return new Piece.One(set);
        }

        private static BitSet allButSlash() {
            BitSet set = new BitSet();
            set.set(0, 256);
            set.clear('/');
            return set;
        }

        /**
         * {@code [a-z]}, {@code [!a]}, {@code [^a]}, {@code [[:alpha:]]}; a first ] is a member.
         */
        private @Nullable Piece bracket() {
            boolean inverted = at < to && (line[at] == '!' || line[at] == '^');
            if (inverted) {
                at++;
            }
            BitSet set = new BitSet();
            int previous = -1;
            boolean first = true;
            while (at < to && (first || line[at] != ']')) {
                first = false;
                int b = line[at++] & 0xff;
                if (b == '-' && previous >= 0 && at < to && line[at] != ']') {
                    int last = escaped(line[at++] & 0xff);
                    if (last < 0) {
                        return null;
                    }
                    if (previous <= last) {
                        set.set(previous, last + 1);
                    }
                    previous = -1;
                } else if (b == '[' && at < to && line[at] == ':') {
                    if (!addClass(set)) {
                        return null;
                    }
                    previous = -1;
                } else {
                    previous = escaped(b);
                    if (previous < 0) {
                        return null;
                    }
                    set.set(previous);
                }
            }
            if (at >= to) {
                return null;
            }
            at++;
            if (inverted) {
                set.flip(0, 256);
            }
            set.clear('/');
            return new Piece.One(set);
        }

        private int escaped(int b) {
            if (b != '\\') {
                return b;
            }
            return at < to ? line[at++] & 0xff : -1;
        }

        private boolean addClass(BitSet set) {
            int start = at + 1;
            int end = start;
            while (end < to && line[end] != ']') {
                end++;
            }
            if (end >= to) {
                return false;
            }
            if (end == start || line[end - 1] != ':') {
                set.set('['); // not a class after all: a bracket and what follows
                return true;
            }
            String name =
                    new String(
                            line,
                            start,
                            end - 1 - start,
                            java.nio.charset.StandardCharsets.US_ASCII);
            at = end + 1;
            return CharacterClass.add(name, set);
        }
    }
}

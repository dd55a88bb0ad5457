package io.hushgate.source.log;

/**
 * Reads what was meant for a terminal as the lines that one saw: colours and other escape sequences
 * (ECMA-48) go, so that a value that one cuts is whole; a carriage return begins another line, so
 * that what a progress bar overwrote is still read. The texts inside of sequences, such as the
 * addresses of links, stay: they leak as well.
 */
final class Terminal {
    private static final int ESC = 0x1b;
    private static final int BEL = 7;

    /** Parameters of a sequence that are waited for. */
    private static final int MOST_PARAMETERS = 64;

    /** A console note of Jenkins: a concealed blob in base64 that only Jenkins reads. */
    private static final String NOTE = "ha:";

    private static final byte[] SPACE = {' '};

    private final Transcript transcript;
    private State state = State.TEXT;
    private int returns;
    private int parameters;
    private boolean conceals;

    private enum State {
        TEXT,
        /** After ESC. */
        ESCAPE,
        /** After ESC and a byte that announces one more. */
        ESCAPE_ONE_MORE,
        /** In the parameters of a control sequence. */
        SEQUENCE,
        /** In a console note. */
        NOTE,
        /** In a time of Buildkite: ESC {@code _bk;t=}, digits, BEL. */
        TIME
    }

    Terminal(Transcript transcript) {
        this.transcript = transcript;
    }

    /**
     * Takes bytes of the log up to its next line feed, which is left to the caller.
     *
     * @return where the line feed is; {@code to} when there is none
     */
    int run(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (returns > 0 && bytes[at] != '\r' && bytes[at] != '\n') {
                rewind();
            }
            if (state != State.TEXT) {
                int next = sequence(bytes, at, to);
                if (next == at && state != State.TEXT) {
                    return at; // a line feed
                }
                at = next;
                continue;
            }
            int control = Bytes.control(bytes, at, to);
            transcript.copy(bytes, at, control);
            at = control;
            if (at < to) {
                if (bytes[at] == '\n') {
                    return at;
                }
                control(bytes, at);
                at++;
            }
        }
        return to;
    }

    /** One control character of the text. */
    private void control(byte[] bytes, int at) {
        switch (bytes[at]) {
            case '\r' -> returns++;
            case ESC -> {
                transcript.drop(1);
                state = State.ESCAPE;
            }
            case 0, '\b' -> transcript.drop(1);
            case BEL -> transcript.put(SPACE, 1, 1);
            default -> transcript.copy(bytes, at, at + 1);
        }
    }

    /**
     * One character that is written in another way in the log.
     *
     * @param originals ASCII characters of the log that stand for it
     */
    void put(byte[] character, int size, int originals) {
        int b = character[0];
        if (b == '\n') {
            if (returns > 0) {
                transcript.drop(takeReturns());
            }
            state = State.TEXT;
            transcript.breakLine(originals);
            return;
        }
        if (b == '\r') {
            returns += originals;
            return;
        }
        if (returns > 0) {
            rewind();
        }
        if (state == State.TEXT && (b >= ' ' || b < 0 || b == '\t')) {
            transcript.put(character, size, originals);
        } else if (state == State.TEXT && b == ESC) {
            transcript.drop(originals);
            state = State.ESCAPE;
        } else if (state == State.TEXT) {
            transcript.put(SPACE, 1, originals);
        } else {
            transcript.drop(originals);
            state = State.TEXT;
        }
    }

    /** At a line feed of the log: what waits is over. */
    void endLine() {
        if (returns > 0) {
            transcript.drop(takeReturns());
        }
        state = State.TEXT;
    }

    /** What a carriage return goes back over stays, as a line of its own. */
    private void rewind() {
        int count = takeReturns();
        if (transcript.isAtLineStart()) {
            transcript.drop(count);
        } else {
            transcript.breakLine(count);
        }
    }

    private int takeReturns() {
        int count = returns;
        returns = 0;
        return count;
    }

    /** Goes on in a sequence; returns where it was when a line feed ends it. */
    private int sequence(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && state != State.TEXT) {
            int b = bytes[at];
            if (b == '\n') {
                return at;
            }
            switch (state) {
                case ESCAPE -> at += escape(bytes, at, to);
                case ESCAPE_ONE_MORE -> {
                    transcript.drop(bytes, at, at + 1);
                    state = State.TEXT;
                    at++;
                }
                case SEQUENCE -> at += parameter(bytes, at, to);
                case NOTE -> {
                    boolean blob = isBase64(b) || b == ':';
                    transcript.drop(blob ? 1 : 0);
                    state = blob ? State.NOTE : State.TEXT;
                    at += blob ? 1 : 0;
                }
                case TIME -> {
                    boolean time = Bytes.isDigit(b) || b == BEL;
                    transcript.drop(time ? 1 : 0);
                    state = time && b != BEL ? State.TIME : State.TEXT;
                    at += time ? 1 : 0;
                }
                case TEXT -> throw new IllegalStateException("not in a sequence");
            }
        }
        return at;
    }

    /** After ESC; returns how many bytes that was. */
    private int escape(byte[] bytes, int at, int to) {
        int b = bytes[at];
        state = State.TEXT;
        if (b == '[') {
            transcript.drop(1);
            state = State.SEQUENCE;
            parameters = 0;
            conceals = false;
            return 1;
        }
        if (Bytes.startsWith(bytes, at, to, "_bk;t=")) {
            transcript.drop(6);
            state = State.TIME;
            return 6;
        }
        if (b == '(' || b == ')' || b == '*' || b == '+') {
            transcript.drop(1);
            state = State.ESCAPE_ONE_MORE;
            return 1;
        }
        if (b == '\\') {
            transcript.put(SPACE, 1, 1);
            return 1;
        }
        if (b >= 0x30 && b < 0x7f) {
            transcript.drop(1);
            return 1;
        }
        return 0;
    }

    /** In the parameters of a control sequence; returns how many bytes that was. */
    private int parameter(byte[] bytes, int at, int to) {
        int b = bytes[at];
        boolean goesOn = b >= 0x20 && b < 0x40;
        boolean ends = b >= 0x40 && b < 0x7f;
        if (!goesOn && !ends) {
            state = State.TEXT;
            return 0;
        }
        if (goesOn) {
            conceals = b == '8' && parameters == 0;
            parameters++;
            state = parameters > MOST_PARAMETERS ? State.TEXT : State.SEQUENCE;
            transcript.drop(1);
            return 1;
        }
        state = State.TEXT;
        if (b == 'G' || b == 'H' || b == 'f' || b == 'd' || b == 'C') {
            transcript.put(SPACE, 1, 1); // the cursor went elsewhere
            return 1;
        }
        transcript.drop(1);
        if (b == 'm' && conceals && Bytes.startsWith(bytes, at + 1, to, NOTE)) {
            state = State.NOTE;
        }
        return 1;
    }

    private static boolean isBase64(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || Bytes.isDigit(b)
                || b == '+'
                || b == '/'
                || b == '=';
    }
}

package io.hushgate.source.log;

/**
 * Takes the text that a tool printed out of the JSON in which a log keeps it, byte by byte, so that
 * a record may have any length. Strings under the format's key are decoded (RFC 8259 section 7);
 * what is known to be no output is left out; all else stays as it is, on lines of its own, for it
 * may leak too. What is no JSON is text.
 */
final class JsonTexts {
    private static final int MOST_KEY = 32;

    private final Transcript transcript;
    private final Terminal terminal;
    private final String textKey;
    private final boolean linePerRecord;
    private final byte[] key = new byte[MOST_KEY];
    private final byte[] character = new byte[4];
    private State state = State.BETWEEN;
    private Keep keep = Keep.ALL;
    private int keyLength;
    private int depth;
    private int hex;
    private int hexDigits;
    private int escapeLength;
    private int highSurrogate;
    private int number;
    private int numberDigits;

    /** Where in the grammar. */
    private enum State {
        /** Between records. */
        BETWEEN,
        /** What is no JSON, to the end of its line. */
        NO_JSON,
        /** In a record, before a key. */
        BEFORE_KEY,
        KEY,
        AFTER_KEY,
        BEFORE_VALUE,
        /** In the string that is the text. */
        TEXT,
        TEXT_ESCAPE,
        TEXT_HEX,
        /** In the numbers that are the bytes of the text. */
        TEXT_NUMBERS,
        /** In a value of another key, outside of its strings. */
        VALUE,
        VALUE_STRING,
        VALUE_STRING_ESCAPE
    }

    /** What becomes of the value at hand. */
    private enum Keep {
        TEXT,
        ALL,
        NOTHING
    }

    JsonTexts(LogFormat format, Transcript transcript, Terminal terminal) {
        this.transcript = transcript;
        this.terminal = terminal;
        this.textKey =
                switch (format) {
                    case DOCKER -> "log";
                    case HARNESS -> "out";
                    case CIRCLECI_JSON -> "message";
                    case JOURNAL_JSON -> "MESSAGE";
                    default -> "";
                };
        this.linePerRecord = format == LogFormat.HARNESS || format == LogFormat.JOURNAL_JSON;
    }

    /** Takes the bytes of the log in {@code [from, to)}, line feeds included. */
    void run(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int b = bytes[at];
            if (b == '\n') {
                lineFeed();
                at++;
                continue;
            }
            at =
                    switch (state) {
                        case TEXT -> text(bytes, at, to);
                        case NO_JSON -> terminal.run(bytes, at, to);
                        case VALUE_STRING -> string(bytes, at, to);
                        case BETWEEN,
                                BEFORE_KEY,
                                KEY,
                                AFTER_KEY,
                                BEFORE_VALUE,
                                TEXT_ESCAPE,
                                TEXT_HEX,
                                TEXT_NUMBERS,
                                VALUE,
                                VALUE_STRING_ESCAPE ->
                                one(bytes, at);
                    };
        }
    }

    /** A record ends with its line, whatever of it is missing. */
    private void lineFeed() {
        boolean isCut = state == State.TEXT || state == State.VALUE_STRING;
        if (state == State.NO_JSON || (isCut && !transcript.isAtLineStart())) {
            terminal.endLine();
            transcript.newLine();
        } else {
            transcript.joinLine();
        }
        state = State.BETWEEN;
    }

    /** The text up to its end or the next escape. */
    private int text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') {
            at++;
        }
        if (at > from) {
            terminal.run(bytes, from, at);
        }
        if (at < to && bytes[at] != '\n') {
            escapeLength = 1;
            if (bytes[at] == '"') {
                transcript.drop(1);
                state = State.BEFORE_KEY;
            } else {
                state = State.TEXT_ESCAPE;
            }
            at++;
        }
        return at;
    }

    /** A string that is kept or dropped as it stands. */
    private int string(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') {
            at++;
        }
        if (at < to && bytes[at] != '\n') {
            state = bytes[at] == '"' ? State.VALUE : State.VALUE_STRING_ESCAPE;
            at++;
        }
        asItIs(bytes, from, at);
        return at;
    }

    private void asItIs(byte[] bytes, int from, int to) {
        if (keep == Keep.ALL) {
            transcript.copy(bytes, from, to);
        } else {
            transcript.drop(bytes, from, to);
        }
    }

    /** One byte outside of long strings; returns where the next is. */
    private int one(byte[] bytes, int at) {
        int b = bytes[at];
        switch (state) {
            case BETWEEN -> {
                return at + between(b);
            }
            case BEFORE_KEY -> beforeKey(b);
            case KEY -> key(b);
            case AFTER_KEY -> {
                transcript.drop(1);
                state = b == ':' ? State.BEFORE_VALUE : State.AFTER_KEY;
            }
            case BEFORE_VALUE -> {
                return beforeValue(bytes, at);
            }
            case TEXT_ESCAPE -> escape(b);
            case TEXT_HEX -> hex(b);
            case TEXT_NUMBERS -> numbers(b);
            case VALUE -> {
                return value(bytes, at);
            }
            case VALUE_STRING_ESCAPE -> {
                asItIs(bytes, at, at + 1);
                state = State.VALUE_STRING;
            }
            case TEXT, NO_JSON, VALUE_STRING -> throw new IllegalStateException("taken in runs");
        }
        return at + 1;
    }

    /** Returns how many bytes were taken. */
    private int between(int b) {
        boolean punctuation = b == '[' || b == ']' || b == ',';
        if (b != '{' && !punctuation && b != ' ' && b != '\t' && b != '\r') {
            state = State.NO_JSON;
            return 0;
        }
        transcript.drop(1);
        state = b == '{' ? State.BEFORE_KEY : State.BETWEEN;
        return 1;
    }

    private void beforeKey(int b) {
        if (b == '"') {
            state = State.KEY;
            keyLength = 0;
        } else if (b == '}') {
            state = State.BETWEEN;
            if (linePerRecord && !transcript.isAtLineStart()) {
                transcript.breakLine(1);
                return;
            }
        }
        transcript.drop(1);
    }

    private void key(int b) {
        boolean continues = (b & 0xc0) == 0x80;
        transcript.dropByte(continues ? 0 : 1);
        if (b == '"') {
            state = State.AFTER_KEY;
        } else if (keyLength < MOST_KEY) {
            key[keyLength++] = (byte) b;
        }
    }

    private boolean keyIs(String name) {
        return keyLength == name.length() && Bytes.startsWith(key, 0, keyLength, name);
    }

    private boolean keyIsOfNoOutput() {
        return keyIs("stream")
                || keyIs("time")
                || keyIs("level")
                || keyIs("pos")
                || keyIs("type")
                || keyIs("index")
                || keyIs("truncated")
                || (keyLength > 1 && key[0] == '_' && key[1] == '_');
    }

    private int beforeValue(byte[] bytes, int at) {
        int b = bytes[at];
        if (b == ' ' || b == '\t' || b == '\r') {
            transcript.drop(1);
            return at + 1;
        }
        if (keyIs(textKey) && b == '"') {
            transcript.drop(1);
            state = State.TEXT;
            return at + 1;
        }
        if (keyIs(textKey) && b == '[') {
            transcript.drop(1);
            state = State.TEXT_NUMBERS;
            numberDigits = 0;
            return at + 1;
        }
        keep = keyIsOfNoOutput() ? Keep.NOTHING : Keep.ALL;
        if (keep == Keep.ALL && !transcript.isAtLineStart()) {
            // Output may go on in the next record; what stands beside it does not belong in it.
            keep = linePerRecord ? Keep.ALL : Keep.NOTHING;
        }
        if (keep == Keep.ALL) {
            if (!transcript.isAtLineStart()) {
                transcript.breakLine(0);
            }
            for (int i = 0; i < keyLength; i++) {
                character[0] = key[i];
                transcript.put(character, 1, 0);
            }
            character[0] = '=';
            transcript.put(character, 1, 0);
        }
        depth = 0;
        state = State.VALUE;
        return at;
    }

    private int value(byte[] bytes, int at) {
        int b = bytes[at];
        boolean ends = depth == 0 && (b == ',' || b == '}');
        if (ends) {
            state = State.BEFORE_KEY;
            if (keep == Keep.ALL && !transcript.isAtLineStart()) {
                transcript.breakLine(0);
            }
            return at;
        }
        if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        } else if (b == '"') {
            state = State.VALUE_STRING;
        }
        asItIs(bytes, at, at + 1);
        return at + 1;
    }

    private void escape(int b) {
        escapeLength++;
        state = State.TEXT;
        switch (b) {
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'u' -> {
                state = State.TEXT_HEX;
                hex = 0;
                hexDigits = 0;
            }
            default -> put(b & 0x7f);
        }
    }

    private void hex(int b) {
        int digit = Character.digit(b, 16);
        escapeLength++;
        if (digit < 0) {
            put('?');
            state = State.TEXT;
            return;
        }
        hex = hex << 4 | digit;
        hexDigits++;
        if (hexDigits < 4) {
            return;
        }
        state = State.TEXT;
        if (Character.isHighSurrogate((char) hex)) {
            highSurrogate = hex;
            transcript.drop(escapeLength);
        } else if (Character.isLowSurrogate((char) hex) && highSurrogate != 0) {
            int point = Character.toCodePoint((char) highSurrogate, (char) hex);
            highSurrogate = 0;
            put(point);
        } else {
            highSurrogate = 0;
            put(Character.isLowSurrogate((char) hex) ? '?' : hex);
        }
    }

    /** {@code 104,105,10]}. */
    private void numbers(int b) {
        if (Bytes.isDigit(b) && numberDigits < 3) {
            number = numberDigits == 0 ? b - '0' : 10 * number + b - '0';
            numberDigits++;
            return;
        }
        escapeLength = numberDigits + 1;
        if (numberDigits > 0) {
            character[0] = (byte) number;
            numberDigits = 0;
            terminal.put(character, 1, escapeLength);
        } else {
            transcript.drop(1);
        }
        state = b == ']' ? State.BEFORE_KEY : State.TEXT_NUMBERS;
    }

    /** One character in UTF-8, for the escape that was read. */
    private void put(int point) {
        int size = encode(point);
        terminal.put(character, size, escapeLength);
    }

    private int encode(int point) {
        if (point < 0x80) {
            character[0] = (byte) point;
            return 1;
        }
        if (point < 0x800) {
            character[0] = (byte) (0xc0 | point >> 6);
            character[1] = continuation(point);
            return 2;
        }
        if (point < 0x10000) {
            character[0] = (byte) (0xe0 | point >> 12);
            character[1] = continuation(point >> 6);
            character[2] = continuation(point);
            return 3;
        }
        character[0] = (byte) (0xf0 | point >> 18);
        character[1] = continuation(point >> 12);
        character[2] = continuation(point >> 6);
        character[3] = continuation(point);
        return 4;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}

package io.hushgate.core.match;

import java.io.IOException;

/**
 * The text of an artifact, piece by piece, in a superset of ASCII whatever it was written in.
 *
 * @param positions counts its lines and columns, and the bytes of the artifact
 * @param binary whether it is no text
 */
record TextStream(ByteInput input, Positions positions, boolean binary) {
    /** Tells from the first bytes how the rest is written. */
    static TextStream of(ByteInput raw) throws IOException {
        byte[] head = new byte[Encoding.SNIFFED];
        int got = raw.fill(head, 0, head.length);
        ByteInput all = ByteInput.concat(ByteInput.of(head, 0, got), raw);
        return of(all, Encoding.of(head, 0, got));
    }

    /** The text of bytes that are written in an encoding. */
    static TextStream of(ByteInput raw, Encoding encoding) throws IOException {
        return switch (encoding) {
            case ASCII_BASED, BINARY ->
                    new TextStream(raw, new Positions(false, 0), encoding == Encoding.BINARY);
            case UTF_16LE, UTF_16BE -> {
                byte[] mark = new byte[2];
                int got = raw.fill(mark, 0, mark.length);
                int length = encoding.markLength(mark, 0, got);
                ByteInput rest = ByteInput.concat(ByteInput.of(mark, length, got), raw);
                yield new TextStream(
                        new Utf16Input(rest, encoding == Encoding.UTF_16BE),
                        new Positions(true, length),
                        false);
            }
        };
    }
}

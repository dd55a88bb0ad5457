package io.hushgate.core.match;

import java.io.IOException;

/**
 * UTF-16 as UTF-8. Half of a surrogate pair that stands alone becomes three bytes as if it were a
 * character, so that every code unit stays countable; a last odd byte is left out.
 */
final class Utf16Input implements ByteInput {
    private static final int CHUNK = 8192;
    private static final int MAX_UTF8 = 4;
    private final ByteInput input;
    private final boolean bigEndian;
    private final byte[] raw = new byte[CHUNK];
    private int at;
    private int end;
    private boolean over;
    private final byte[] text = new byte[CHUNK];
    private int sent;
    private int made;

    Utf16Input(ByteInput input, boolean bigEndian) {
        this.input = input;
        this.bigEndian = bigEndian;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (sent == made) {
            convert();
        }
        int n = Math.min(length, made - sent);
        System.arraycopy(text, sent, into, offset, n);
        sent += n;
        return n == 0 ? -1 : n;
    }

    private void convert() throws IOException {
        sent = 0;
        made = 0;
        while (made + MAX_UTF8 <= text.length) {
            int unit = peek(0);
            if (unit < 0) {
                return;
            }
            int codePoint = unit;
            int low = Character.isHighSurrogate((char) unit) ? peek(2) : -1;
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                codePoint = Character.toCodePoint((char) unit, (char) low);
                at += 2;
            }
            at += 2;
            made = put(codePoint, text, made);
        }
    }

    /** The code unit {@code ahead} bytes on, or -1 at the end. */
    private int peek(int ahead) throws IOException {
        if (at + ahead + 2 > end && !over) {
            System.arraycopy(raw, at, raw, 0, end - at);
            end -= at;
            at = 0;
            int got = input.fill(raw, end, CHUNK - end);
            over = got < CHUNK - end;
            end += got;
        }
        if (at + ahead + 2 > end) {
            return -1;
        }
        int first = raw[at + ahead] & 0xff;
        int second = raw[at + ahead + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private static int put(int c, byte[] into, int offset) {
        int out = offset;
        if (c < 0x80) {
            into[out++] = (byte) c;
        } else if (c < 0x800) {
            into[out++] = (byte) (0xc0 | c >> 6);
            into[out++] = (byte) (0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            into[out++] = (byte) (0xe0 | c >> 12);
            into[out++] = (byte) (0x80 | (c >> 6 & 0x3f));
            into[out++] = (byte) (0x80 | (c & 0x3f));
        } else {
            into[out++] = (byte) (0xf0 | c >> 18);
            into[out++] = (byte) (0x80 | (c >> 12 & 0x3f));
            into[out++] = (byte) (0x80 | (c >> 6 & 0x3f));
            into[out++] = (byte) (0x80 | (c & 0x3f));
        }
        return out;
    }
}

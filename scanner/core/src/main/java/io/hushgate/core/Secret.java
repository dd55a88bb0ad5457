package io.hushgate.core;

import java.util.Arrays;

/**
 * The matched bytes: the only place where a credential lives. Never printed, never serialised,
 * wiped when closed; what leaves the process is its {@link #redacted() redaction} and its {@link
 * Fingerprint}.
 */
public final class Secret implements AutoCloseable {
    private static final int MOST_SHOWN = 4;
    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes; the caller's array stays the caller's. */
    public static Secret copyOf(byte[] source, int from, int to) {
        return new Secret(Arrays.copyOfRange(source, from, to));
    }

    /** Length in bytes, also after closing. */
    public int length() {
        return bytes.length;
    }

    /** Feeds the bytes to {@code reader}, which must not keep them. */
    public <T> T read(java.util.function.Function<byte[], T> reader) {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
        return reader.apply(bytes);
    }

    /**
     * At most four leading characters, never more than a quarter, and never a byte outside of
     * printable ASCII; the number of stars is fixed so that the length stays unknown.
     */
    public String redacted() {
        int shown = Math.min(MOST_SHOWN, bytes.length / 4);
        StringBuilder text = new StringBuilder(shown + 4);
        for (int i = 0; i < shown; i++) {
            char c = (char) (bytes[i] & 0xff);
            text.append(c > ' ' && c < 0x7f ? c : '?');
        }
        return text.append("****").toString();
    }

    /** Wipes the bytes. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + " bytes]";
    }
}

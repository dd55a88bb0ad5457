package io.hushgate.source.server;

/**
 * What logs this program in to a server: a token, or a key in PEM. Never printed. Not what a scan
 * looks for, which is a secret of the core and never leaves it.
 */
public final class Credential {
    private final byte[] bytes;

    private Credential(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Credential of(byte[] bytes) {
        return new Credential(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Credential[" + bytes.length + " bytes]";
    }
}

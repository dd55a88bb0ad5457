package io.hushgate.source.git.store;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The name of an object: the hash of its content, 20 or 32 bytes. Ordered by those bytes. */
public final class ObjectId implements Comparable<ObjectId> {
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] raw;

    private ObjectId(byte[] raw) {
        this.raw = raw;
    }

    /** Copies the id that starts at {@code offset}. */
    public static ObjectId at(byte[] bytes, int offset, ObjectFormat format) {
        return new ObjectId(Arrays.copyOfRange(bytes, offset, offset + format.bytes()));
    }

    /** Takes over an array that nobody else keeps. */
    static ObjectId owning(byte[] raw) {
        return new ObjectId(raw);
    }

    /** Reads 40 or 64 hexadecimal digits; anything else is no id. */
    public static Optional<ObjectId> parse(String hex) {
        if (hex.length() != 2 * ObjectFormat.SHA1.bytes()
                && hex.length() != 2 * ObjectFormat.SHA256.bytes()) {
            return Optional.empty();
        }
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new ObjectId(HEX.parseHex(hex)));
    }

    /** Tells whether this is the id of all zeros, by which git says "none". */
    public boolean isZero() {
        for (byte b : raw) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the bytes at {@code offset} are this id. */
    public boolean equalsAt(byte[] bytes, int offset) {
        return offset + raw.length <= bytes.length
                && Arrays.equals(raw, 0, raw.length, bytes, offset, offset + raw.length);
    }

    /** The format it belongs to, by its length. */
    public ObjectFormat format() {
        return raw.length == ObjectFormat.SHA1.bytes() ? ObjectFormat.SHA1 : ObjectFormat.SHA256;
    }

    int length() {
        return raw.length;
    }

    byte[] raw() {
        return raw;
    }

    /**
     * The first byte, from 0 to 255: the fan-out of indexes and of the directory of loose objects.
     */
    int firstByte() {
        return raw[0] & 0xff;
    }

    @Override
    public int compareTo(ObjectId other) {
        return Arrays.compareUnsigned(raw, other.raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectId id && Arrays.equals(raw, id.raw);
    }

    /** The hash is already a hash: its first four bytes will do. */
    @Override
    public int hashCode() {
        return ((raw[0] & 0xff) << 24)
                | ((raw[1] & 0xff) << 16)
                | ((raw[2] & 0xff) << 8)
                | (raw[3] & 0xff);
    }

    /** Hexadecimal, lower case. */
    @Override
    public String toString() {
        return HEX.formatHex(raw);
    }
}

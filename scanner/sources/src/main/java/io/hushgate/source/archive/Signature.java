package io.hushgate.source.archive;

/**
 * What a file says of itself in its first bytes. Names are not asked: the layer of an image is a
 * gzip by whatever name, and a {@code .zip} may be none.
 */
public enum Signature {
    /** No container. */
    NONE,
    ZIP,
    TAR,
    GZIP,
    BZIP2,
    XZ,
    ZSTD,
    SEVEN_ZIP,
    /** A Debian package: an {@code ar} of two tars. */
    DEBIAN,
    /** A Java keystore in the format of JDK 8 and before. */
    JAVA_KEYSTORE,
    /** A Java keystore of the JCE provider, with keys under triple DES. */
    JCE_KEYSTORE,
    PKCS12,
    SQLITE,
    PDF,
    /** Known, and not read: its decoder is under a licence of its own. */
    RAR;

    /** How many bytes have to be there to tell. */
    public static final int SNIFFED = 512;

    private static final int TAR_MAGIC = 257;

    /** Tells by the bytes in {@code [from, to)}, of which the first {@link #SNIFFED} count. */
    public static Signature of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 6) {
            return NONE;
        }
        Signature packed = bySign(bytes, from, length);
        return packed == NONE && isTar(bytes, from, length) ? TAR : packed;
    }

    private static Signature bySign(byte[] bytes, int from, int length) {
        return switch (bytes[from]) {
            case 'P' -> isZip(bytes, from, length) ? ZIP : NONE;
            case 0x1f -> starts(bytes, from, 0x1f, 0x8b, 8) ? GZIP : NONE;
            case 'B' -> length > 10 && isBzip2(bytes, from) ? BZIP2 : NONE;
            case (byte) 0xfd -> starts(bytes, from, 0xfd, '7', 'z', 'X', 'Z', 0) ? XZ : NONE;
            case 0x28 -> starts(bytes, from, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : NONE;
            case '7' -> starts(bytes, from, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c) ? SEVEN_ZIP : NONE;
            case '!' -> length > 24 && isDebian(bytes, from) ? DEBIAN : NONE;
            case (byte) 0xfe ->
                    starts(bytes, from, 0xfe, 0xed, 0xfe, 0xed, 0, 0) ? JAVA_KEYSTORE : NONE;
            case (byte) 0xce ->
                    starts(bytes, from, 0xce, 0xce, 0xce, 0xce, 0, 0) ? JCE_KEYSTORE : NONE;
            case 0x30 -> length > 64 && isPkcs12(bytes, from) ? PKCS12 : NONE;
            case '%' -> starts(bytes, from, '%', 'P', 'D', 'F', '-') ? PDF : NONE;
            case 'S' -> length > 100 && isSqlite(bytes, from) ? SQLITE : NONE;
            case 'R' -> starts(bytes, from, 'R', 'a', 'r', '!', 0x1a, 7) ? RAR : NONE;
            default -> {
                // A zstd file may begin with frames to be passed over: 0x184D2A50 to 0x184D2A5F.
                boolean passedOver = (bytes[from] & 0xf0) == 0x50;
                yield passedOver && starts(bytes, from + 1, 0x2a, 0x4d, 0x18) ? ZSTD : NONE;
            }
        };
    }

    private static boolean isZip(byte[] bytes, int from, int length) {
        boolean split =
                length > 8
                        && starts(bytes, from, 'P', 'K', 7, 8)
                        && starts(bytes, from + 4, 'P', 'K', 3, 4);
        return split || starts(bytes, from, 'P', 'K', 3, 4) || starts(bytes, from, 'P', 'K', 5, 6);
    }

    private static boolean starts(byte[] bytes, int from, int... sign) {
        for (int i = 0; i < sign.length; i++) {
            if (bytes[from + i] != (byte) sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code BZh}, a level, and the first block's mark (pi) or the end's (its root). */
    private static boolean isBzip2(byte[] bytes, int from) {
        return starts(bytes, from, 'B', 'Z', 'h')
                && bytes[from + 3] >= '1'
                && bytes[from + 3] <= '9'
                && (starts(bytes, from + 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
                        || starts(bytes, from + 4, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
    }

    /** A sequence, the version 3, and PKCS#7 data in it (RFC 7292 section 4). */
    private static boolean isPkcs12(byte[] bytes, int from) {
        int lengthOfLength = bytes[from + 1] & 0x7f;
        if (bytes[from + 1] > 0 || lengthOfLength > 4) {
            return false;
        }
        int at = from + 2 + lengthOfLength;
        if (!starts(bytes, at, 2, 1, 3, 0x30)) {
            return false;
        }
        for (int i = at + 4; i < at + 12; i++) {
            if (starts(bytes, i, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSqlite(byte[] bytes, int from) {
        return starts(bytes, from, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a')
                && starts(bytes, from + 12, 't', ' ', '3', 0);
    }

    private static boolean isDebian(byte[] bytes, int from) {
        return starts(bytes, from, '!', '<', 'a', 'r', 'c', 'h', '>', '\n')
                && starts(bytes, from + 8, 'd', 'e', 'b', 'i', 'a', 'n', '-', 'b', 'i', 'n');
    }

    private static boolean isTar(byte[] bytes, int from, int length) {
        if (length < TarHeader.BYTES || bytes[from] == 0) {
            return false;
        }
        boolean marked = starts(bytes, from + TAR_MAGIC, 'u', 's', 't', 'a', 'r');
        // Archives older than POSIX have no mark; their name field ends in a zero.
        return (marked || bytes[from + 99] == 0) && TarHeader.isSummed(bytes, from);
    }
}

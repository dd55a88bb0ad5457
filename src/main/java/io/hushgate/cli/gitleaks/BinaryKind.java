package io.hushgate.cli.gitleaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;

/** Kinds of files that gitleaks leaves out: by their first bytes, or archives by their name. */
final class BinaryKind {
    /** The first bytes of archives, programs, databases and documents. */
    private static final List<byte[]> STARTS =
            List.of(
                    bytes("PK\3\4"),
                    bytes("PK\5\6"),
                    bytes("PK\7\10"),
                    bytes("\u001f\u008b\10"),
                    bytes("BZh"),
                    bytes("7z\u00bc\u00af'\u001c"),
                    bytes("\u00fd7zXZ\0"),
                    bytes("(\u00b5/\u00fd"),
                    bytes("Rar!\u001a\7"),
                    bytes("%PDF"),
                    bytes("MZ"),
                    bytes("CWS"),
                    bytes("FWS"),
                    bytes("{\\rtf"),
                    bytes("%!"),
                    bytes("SQLi"),
                    bytes("NES\u001a"),
                    bytes("Cr24"),
                    bytes("MSCF"),
                    bytes("ISc("),
                    bytes("!<arch>"),
                    bytes("\u001f\u00a0"),
                    bytes("\u001f\u009d"),
                    bytes("LZIP"),
                    bytes("\u00ed\u00ab\u00ee\u00db"),
                    bytes("\u007fELF"),
                    bytes("\0asm"),
                    bytes("wOFF"),
                    bytes("wOF2"),
                    bytes("\0\1\0\0\0"),
                    bytes("OTTO"),
                    bytes("dex\n"),
                    bytes("dey\n"),
                    bytes("\u00cf\u00fa\u00ed\u00fe"),
                    bytes("\u00ce\u00fa\u00ed\u00fe"),
                    bytes("\u00fe\u00ed\u00fa\u00cf"),
                    bytes("\u00fe\u00ed\u00fa\u00ce"),
                    bytes("\u00ca\u00fe\u00ba\u00be"),
                    bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));

    private static final byte[] TAR = bytes("ustar");
    private static final int TAR_AT = 257;

    private static final List<String> ARCHIVES =
            List.of(
                    ".zip", ".tar", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".lz4", ".lz",
                    ".br", ".sz", ".s2", ".zz", ".tgz", ".tbz2", ".txz");

    private BinaryKind() {}

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static boolean isOne(byte[] content) {
        return STARTS.stream().anyMatch(start -> startsWith(content, 0, start))
                || startsWith(content, TAR_AT, TAR);
    }

    private static boolean startsWith(byte[] content, int at, byte[] start) {
        if (content.length < at + start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (content[at + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the name is that of an archive. */
    static boolean isArchive(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ARCHIVES.stream().anyMatch(name::endsWith);
    }
}

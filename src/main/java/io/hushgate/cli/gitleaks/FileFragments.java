package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.Fragment;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a file into fragments where gitleaks does: after 100 kB, or further on behind an empty line,
 * but at most 25 kB further. What its buffered reader holds at that moment, up to 4096 bytes, makes
 * the start of a fragment of its own.
 */
final class FileFragments {
    private static final int FRAGMENT = 100_000;
    private static final int MOST_FURTHER = 25_000;
    private static final int BUFFER = 4096;

    private final byte[] bytes;
    private int at;
    private int buffered;

    private FileFragments(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Hands out the fragments of a file, unless it is of a binary kind. */
    static void of(String path, String link, byte[] bytes, Consumer<Fragment> consumer) {
        if (BinaryKind.isOne(bytes)) {
            return;
        }
        FileFragments file = new FileFragments(bytes);
        int line = 1;
        while (file.at < bytes.length) {
            int start = file.at;
            file.next();
            byte[] piece = Arrays.copyOfRange(bytes, start, file.at);
            consumer.accept(Fragment.ofFile(path, link, line, piece));
            line += count(piece);
        }
    }

    private void next() {
        int start = at;
        at = buffered > at ? buffered : Math.min(bytes.length, at + FRAGMENT);
        int read = at;
        if (endsWithEmptyLine(start)) {
            return;
        }
        int feeds = 0;
        while (true) {
            byte last = bytes[at - 1];
            if (last == '\n') {
                feeds++;
                if (feeds >= 2) {
                    return;
                }
            } else if (!isBlank(last)) {
                feeds = 0;
            }
            if (at - read >= MOST_FURTHER || at == bytes.length) {
                return;
            }
            if (at >= buffered) {
                buffered = Math.min(bytes.length, at + BUFFER);
            }
            at++;
        }
    }

    private boolean endsWithEmptyLine(int start) {
        int feeds = 0;
        for (int i = at - 1; i >= start && isBlank(bytes[i]); i--) {
            feeds += bytes[i] == '\n' ? 1 : 0;
            if (feeds == 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static int count(byte[] bytes) {
        int feeds = 0;
        for (byte b : bytes) {
            feeds += b == '\n' ? 1 : 0;
        }
        return feeds;
    }
}

package io.hushgate.source.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** The last part of a path as the bytes that the file system knows. */
final class FileName {
    private static final char UNKNOWN = '\ufffd';

    private FileName() {}

    /**
     * The name's bytes. Java keeps them, but only shows them decoded; where that loses something,
     * the path's URI still has every byte.
     */
    static byte[] bytes(Path path) {
        String name = path.getFileName().toString();
        if (name.indexOf(UNKNOWN) < 0) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        URI uri = path.getFileName().toUri();
        String raw = uri.getRawPath();
        String end = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return unescaped(end.substring(end.lastIndexOf('/') + 1));
    }

    private static byte[] unescaped(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes[length++] = (byte) HexFormat.fromHexDigits(text, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) text.charAt(i);
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }
}

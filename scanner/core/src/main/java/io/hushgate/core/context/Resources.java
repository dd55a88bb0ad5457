package io.hushgate.core.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data files beside the classes of this package: parts of the program, not input. */
final class Resources {
    private Resources() {}

    /**
     * Lines that are neither empty nor comments, which start with {@code #}; the files are ASCII.
     */
    static List<String> lines(String name) {
        return lines(bytes(name));
    }

    /** A whole file. */
    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is part of the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(byte[] ascii) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= ascii.length; i++) {
            if (i == ascii.length || ascii[i] == '\n') {
                if (i > start && ascii[start] != '#') {
                    lines.add(new String(ascii, start, i - start, StandardCharsets.ISO_8859_1));
                }
                start = i + 1;
            }
        }
        return lines;
    }
}

package io.hushgate.source.archive;

import io.hushgate.source.PathText;

/**
 * Names of entries as text. Whoever makes an archive chooses them, so they are never opened, and
 * what would move a terminal's cursor or end a line is written as {@code \xHH}.
 */
final class EntryName {
    /** No file system takes more than 4,096. */
    static final int MAX_BYTES = 64 * 1024;

    private EntryName() {}

    static String of(byte[] bytes, int from, int to) {
        return of(PathText.of(bytes, from, to));
    }

    static String of(String name) {
        String clean = withoutControls(name);
        int start = 0;
        while (clean.startsWith("./", start) || clean.startsWith("/", start)) {
            start += clean.charAt(start) == '/' ? 1 : 2;
        }
        return clean.substring(start);
    }

    private static String withoutControls(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                StringBuilder text = new StringBuilder();
                name.chars()
                        .forEach(c -> {
                            if (Character.isISOControl(c)) {
                                text.append("\\x%02x".formatted(c));
                            } else {
                                text.append((char) c);
                            }
                        });
                return text.toString();
            }
        }
        return name;
    }

    /** What is left of the name of a compressed file when it is not compressed any more. */
    static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name.isEmpty() ? "content" : name;
    }
}

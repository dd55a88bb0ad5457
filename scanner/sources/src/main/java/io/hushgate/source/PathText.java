package io.hushgate.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Paths as text. On Linux a path is bytes, and nothing says that they are UTF-8. */
public final class PathText {
    private PathText() {}

    /**
     * The text of a path: UTF-8 where it is that, else ASCII with every other byte as {@code \xHH}.
     * Different bytes make different texts, but for those who write {@code \x} into their names.
     */
    public static String of(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder text = new StringBuilder(2 * (to - from));
            for (int i = from; i < to; i++) {
                if (bytes[i] >= 0) {
                    text.append((char) bytes[i]);
                } else {
                    text.append("\\x%02x".formatted(bytes[i] & 0xff));
                }
            }
            return text.toString();
        }
    }
}

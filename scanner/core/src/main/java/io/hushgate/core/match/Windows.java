package io.hushgate.core.match;

import java.io.IOException;

/**
 * Goes through a text that arrives in pieces of any size. The buffer holds some bytes of what was
 * searched, a fresh piece, and some bytes that are only looked at, so that whoever looks no further
 * than that to either side depends on the bytes alone:
 *
 * <pre>
 * [ behind | fresh ......................... | ahead ]
 *          from                              limit   text.to()
 * </pre>
 *
 * <p>One per thread; keeps its buffer.
 */
final class Windows {
    private static final int FRESH = 256 * 1024;

    private final int behind;
    private final int ahead;
    private byte[] buffer = new byte[0];

    /** Takes what is in one window. */
    interface Step {
        /**
         * Searches {@code [from, limit)}.
         *
         * @param last whether the text ends here, and {@code limit} is its end
         */
        void over(Text text, int from, int limit, boolean last);
    }

    /**
     * Makes windows.
     *
     * @param behind bytes before a place that may decide about it
     * @param ahead bytes after one
     */
    Windows(int behind, int ahead) {
        this.behind = behind;
        this.ahead = ahead;
    }

    /** Takes a text to its end. */
    void over(TextStream stream, Step step) throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[behind + FRESH + ahead];
        }
        long base = 0;
        int length = 0;
        int searched = 0;
        while (true) {
            int wanted = buffer.length - length;
            int got = stream.input().fill(buffer, length, wanted);
            length += got;
            boolean last = got < wanted;
            int limit = last ? length : length - ahead;
            Text text = Text.plain(buffer, 0, length, base, stream.binary());
            step.over(text, searched, limit, last);
            if (last) {
                return;
            }
            int forget = limit - behind;
            stream.positions().forget(text, base + forget);
            System.arraycopy(buffer, forget, buffer, 0, length - forget);
            length -= forget;
            base += forget;
            searched = behind;
        }
    }
}

package io.hushgate.rego.builtin.crypto;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of PEM (RFC 7468).
 *
 * @param end offset in the text right after the block and the end of its last line
 */
@SuppressWarnings("ArrayRecordComponent") // private to this package, never compared
public record PemBlock(String type, byte[] bytes, int end) {
    private static final Pattern BEGIN =
            Pattern.compile("(?m)^-----BEGIN ([^-\\r\\n]*)-----[ \\t]*\\r?\\n");

    /** The first block at or after an offset, or null. Text before it is passed over. */
    public static @Nullable PemBlock find(String text, int from) {
        Matcher begin = BEGIN.matcher(text);
        int at = from;
        while (begin.find(at)) {
            String type = begin.group(1);
            String mark = "-----END " + type + "-----";
            int end = text.indexOf(mark, begin.end());
            if (end < 0) {
                return null;
            }
            byte[] bytes = decode(text.substring(begin.end(), end));
            int after = end + mark.length();
            while (after < text.length() && " \t\r".indexOf(text.charAt(after)) >= 0) {
                after++;
            }
            if (after < text.length() && text.charAt(after) == '\n') {
                after++;
            }
            if (bytes != null) {
                return new PemBlock(type, bytes, after);
            }
            at = after;
        }
        return null;
    }

    static List<PemBlock> findAll(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        PemBlock block = find(text, 0);
        while (block != null) {
            blocks.add(block);
            block = find(text, block.end);
        }
        return blocks;
    }

    /** Headers before the content, as in encrypted keys, are passed over. */
    private static byte @Nullable [] decode(String body) {
        int blank = body.indexOf("\n\n");
        String content = blank >= 0 && body.indexOf(':') >= 0 ? body.substring(blank) : body;
        try {
            return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package io.hushgate.rego.load;

import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes of a file as text, and as a document by the ending of its name. */
final class Documents {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Documents() {}

    static boolean isModule(String name) {
        return name.endsWith(".rego");
    }

    static boolean isData(String name) {
        return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Decodes UTF-8 and drops a byte order mark. */
    static String text(String place, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            throw new LoadProblem(
                    place,
                    "not UTF-8 from byte %d on; save it as UTF-8".formatted(input.position()));
        }
        String text = output.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    static Value read(String place, byte[] bytes) {
        String text = text(place, bytes);
        try {
            return place.endsWith(".json")
                    ? JsonReader.standard().read(text)
                    : YamlReader.read(text);
        } catch (JsonProblem | YamlProblem e) {
            throw new LoadProblem(place, String.valueOf(e.getMessage()));
        }
    }
}

package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns bytes into a source, or says where they are not UTF-8. */
final class Utf8 {
    private Utf8() {}

    static Source decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        String text = output.flip().toString();
        if (result.isUnderflow()) {
            return new Source(name, text);
        }
        int row = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n') + 1;
        int column = 1 + text.codePointCount(lineStart, text.length());
        Location location =
                new Location(new Source(name, text), row, column, text.length(), text.length());
        throw new RegoException(
                new RegoError(
                        ErrorCode.PARSE,
                        "illegal utf-8 character: byte 0x%02x at offset %d"
                                .formatted(input.get(input.position()), input.position()),
                        location));
    }
}

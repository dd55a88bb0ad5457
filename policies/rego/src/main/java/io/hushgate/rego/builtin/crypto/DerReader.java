package io.hushgate.rego.builtin.crypto;

import io.hushgate.rego.builtin.BuiltinError;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one level of DER (ITU-T X.690): elements of tag, length and content, one after the other.
 *
 * <pre>
 * tag: 1 byte | length: 1 byte, or 0x80 + n and n bytes | content
 * </pre>
 */
final class DerReader {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OBJECT_ID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    private static final int BMP_STRING = 0x1e;

    /** An element. */
    @SuppressWarnings("ArrayRecordComponent") // a window on the source, never compared
    record Element(int tag, byte[] source, int start, int content, int end) {
        byte[] contentBytes() {
            return Arrays.copyOfRange(source, content, end);
        }

        /** With tag and length. */
        byte[] allBytes() {
            return Arrays.copyOfRange(source, start, end);
        }

        DerReader inner() {
            return new DerReader(source, content, end);
        }

        List<Element> elements() {
            return inner().all();
        }

        BigInteger integer() {
            return new BigInteger(contentBytes());
        }

        /** The text of any of the string types. */
        String text() {
            return new String(
                    contentBytes(),
                    tag == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        }

        /** The arcs of an object identifier. */
        List<Long> arcs() {
            List<Long> arcs = new ArrayList<>();
            long arc = 0;
            for (byte b : contentBytes()) {
                arc = arc << 7 | (b & 0x7f);
                if (b >= 0) {
                    if (arcs.isEmpty()) {
                        long first = Math.min(arc / 40, 2);
                        arcs.add(first);
                        arc -= first * 40;
                    }
                    arcs.add(arc);
                    arc = 0;
                }
            }
            return arcs;
        }
    }

    private final byte[] source;
    private final int end;
    private int at;

    private DerReader(byte[] source, int start, int end) {
        this.source = source;
        this.at = start;
        this.end = end;
    }

    static DerReader of(byte[] source) {
        return new DerReader(source, 0, source.length);
    }

    boolean hasNext() {
        return at < end;
    }

    /** Fails in the words of Go if the bytes are no DER. */
    Element next() {
        int start = at;
        int tag = octet();
        int length = octet();
        if (length >= 0x80) {
            int octets = length - 0x80;
            length = 0;
            for (int i = 0; i < octets; i++) {
                if (length > 0x7fffff) {
                    throw malformed();
                }
                length = length << 8 | octet();
            }
        }
        if (length > end - at) {
            throw malformed();
        }
        Element element = new Element(tag, source, start, at, at + length);
        at += length;
        return element;
    }

    Element next(int tag) {
        Element element = next();
        if (element.tag() != tag) {
            throw malformed();
        }
        return element;
    }

    private List<Element> all() {
        List<Element> elements = new ArrayList<>();
        while (hasNext()) {
            elements.add(next());
        }
        return elements;
    }

    private int octet() {
        if (at >= end) {
            throw malformed();
        }
        return source[at++] & 0xff;
    }

    static BuiltinError malformed() {
        return BuiltinError.of("asn1: structure error: malformed DER");
    }
}

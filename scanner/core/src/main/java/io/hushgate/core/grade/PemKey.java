package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.decode.Base64Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Private keys in armor: PEM (RFC 7468), with headers (RFC 1421), OpenSSH's own form, OpenPGP. Line
 * ends may be escaped, as in JSON and environment variables, or missing.
 */
final class PemKey {
    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String DASHES = "-----";
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private PemKey() {}

    static Grade grade(Slice block) {
        if (block.contains("PUBLIC KEY-----") || block.contains("BEGIN CERTIFICATE")) {
            return Grade.PUBLIC;
        }
        if (block.contains("BEGIN ENCRYPTED") || block.contains("4,ENCRYPTED")) {
            return Grade.ENCRYPTED;
        }
        return body(block).map(PemKey::content).orElse(Grade.WEAK);
    }

    /** An armored OpenPGP block whose first packet is a secret key. */
    static Grade gradePgp(Slice block) {
        return body(block).map(OpenPgpKey::grade).orElse(Grade.WEAK);
    }

    /** The fingerprint of such a block; empty where its key has another version. */
    static Optional<String> fingerprintPgp(Slice block) {
        return body(block)
                .flatMap(packets -> {
                    Optional<String> fingerprint = OpenPgpKey.fingerprint(packets);
                    Arrays.fill(packets, (byte) 0);
                    return fingerprint;
                });
    }

    private static Grade content(byte[] bytes) {
        Grade grade = Grade.WEAK;
        if (startsWith(bytes, OPENSSH)) {
            grade = openSsh(bytes);
        } else if (isKeySequence(bytes)) {
            grade = Grade.STRUCTURE_VALID;
        }
        Arrays.fill(bytes, (byte) 0);
        return grade;
    }

    /** A SEQUENCE that fills the bytes and starts with the version, as every private key does. */
    private static boolean isKeySequence(byte[] bytes) {
        if (bytes.length < 16 || (bytes[0] & 0xff) != SEQUENCE) {
            return false;
        }
        int length = bytes[1] & 0xff;
        int at = 2;
        if (length > 0x80) {
            int octets = length & 0x7f;
            if (octets > 3) {
                return false;
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | (bytes[at++] & 0xff);
            }
        }
        return at + length == bytes.length && bytes[at] == INTEGER;
    }

    /** The name of the cipher follows the mark: a length of four bytes, then the text. */
    private static Grade openSsh(byte[] bytes) {
        int at = OPENSSH.length;
        if (bytes.length < at + 8) {
            return Grade.WEAK;
        }
        Slice cipher = Slice.of(bytes, at + 4, at + 8);
        return bytes[at + 3] == 4 && cipher.is("none") ? Grade.STRUCTURE_VALID : Grade.ENCRYPTED;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** What stands between the first and the second mark, decoded. */
    static Optional<byte[]> body(Slice block) {
        int begin = block.indexOf("-----BEGIN ");
        if (begin < 0) {
            return Optional.empty();
        }
        Slice afterBegin = block.from(begin + DASHES.length());
        int open = afterBegin.indexOf(DASHES);
        if (open < 0) {
            return Optional.empty();
        }
        Slice rest = afterBegin.from(open + DASHES.length());
        int close = rest.indexOf(DASHES);
        byte[] digits = digits(close < 0 ? rest : rest.part(0, close));
        Optional<byte[]> decoded = Base64Bytes.decode(Slice.of(digits));
        Arrays.fill(digits, (byte) 0);
        return decoded;
    }

    /** The base64 digits, without headers, checksum line, line ends and what escapes them. */
    private static byte[] digits(Slice body) {
        byte[] digits = new byte[body.length()];
        int count = 0;
        int lineStart = 0;
        int i = 0;
        while (i < body.length()) {
            int b = body.at(i);
            int escaped = b == '\\' && i + 1 < body.length() ? body.at(i + 1) : 0;
            if (b == '\n' || escaped == 'n') {
                lineStart = count;
            }
            if (b == ':') {
                // A header: its line is no key. Skip to the end of the line.
                count = lineStart;
                while (i < body.length() && body.at(i) != '\n' && body.at(i) != '\\') {
                    i++;
                }
                continue;
            }
            if (b == '=' && count == lineStart) {
                // OpenPGP's checksum line ends the body.
                break;
            }
            if (escaped == 'n' || escaped == 'r' || escaped == 't') {
                i++;
            } else if (Base64Bytes.isDigit(b) || b == '=') {
                digits[count++] = (byte) b;
            }
            i++;
        }
        return Arrays.copyOf(digits, count);
    }
}

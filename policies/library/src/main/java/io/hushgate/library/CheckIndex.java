package io.hushgate.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a run has to know of the compiled checks, made by the build so that no policy is parsed for
 * its METADATA:
 *
 * <pre>
 * int count, then for each check, sorted by file:
 *   int count, then so many modified UTF-8 names: the sections of facts that the check asks for
 *   int length of the rest, then modified UTF-8: document, id, title, severity, confidence, remedy
 *   int count, then so many modified UTF-8 references
 * </pre>
 */
public final class CheckIndex {
    private CheckIndex() {}

    /** Writes the index of checks, each of which is a file of its own. */
    public static byte[] write(List<PolicyFile> checks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(checks.size());
            for (PolicyFile file : checks) {
                writeTexts(file.sections(), out);
                ByteArrayOutputStream check = new ByteArrayOutputStream();
                write(CheckDescription.read(file), new DataOutputStream(check));
                out.writeInt(check.size());
                check.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(CheckDescription check, DataOutputStream out) throws IOException {
        out.writeUTF(check.document());
        out.writeUTF(check.id());
        out.writeUTF(check.title());
        out.writeUTF(check.severity());
        out.writeUTF(check.confidence());
        out.writeUTF(check.remedy());
        writeTexts(check.references(), out);
    }

    private static void writeTexts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** The checks that ask for one of these sections; the others are passed over. */
    static List<ShippedCheck> read(byte[] index, Set<String> sections) {
        List<ShippedCheck> checks = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(index))) {
            for (int left = in.readInt(); left > 0; left--) {
                boolean asked = readTexts(in).stream().anyMatch(sections::contains);
                int length = in.readInt();
                if (asked) {
                    checks.add(read(in));
                } else {
                    in.skipNBytes(length);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checks;
    }

    private static ShippedCheck read(DataInputStream in) throws IOException {
        return new ShippedCheck(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readTexts(in));
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}

package io.hushgate.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.rego.Precompiled;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The shipped policies. Immutable; reading them costs one resource. */
public final class Library {
    /** The document that has one package for each check. */
    public static final String CHECKS = "data.hushgate.checks";

    /** The document that holds the gate's verdict. */
    public static final String VERDICT = "data.hushgate.gate.verdict";

    /** The resource with the compiled gate. */
    public static final String GATE_IMAGE = "gate.image";

    /** The resource with all compiled checks. */
    public static final String CHECKS_IMAGE = "checks.image";

    private static final String PACKED = "library.bin";
    private static final String CHECK_FILES = "hushgate/checks/";
    private static final String GATE = "hushgate/gate/";
    private static final String DATA = "/data.json";
    private final List<PolicyFile> files;

    private Library(List<PolicyFile> files) {
        this.files = List.copyOf(files);
    }

    /** Reads the library out of this jar. */
    public static Library shipped() {
        try {
            return new Library(unpack(resource(PACKED)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Library.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build packs the policies into " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gate as the build has compiled it, without data. */
    public static Precompiled compiledGate() {
        return Precompiled.read(resource(GATE_IMAGE));
    }

    /** All checks as the build has compiled them, without data. */
    public static Precompiled compiledChecks() {
        return Precompiled.read(resource(CHECKS_IMAGE));
    }

    private static List<PolicyFile> unpack(byte[] packed) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        int count = in.readInt();
        List<PolicyFile> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            List<String> sections = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                sections.add(in.readUTF());
            }
            String text = new String(in.readNBytes(in.readInt()), UTF_8);
            files.add(new PolicyFile(name, sections, text));
        }
        return files;
    }

    /** Everything but the gate: the checks and what they share. */
    public List<PolicyFile> checks() {
        return files.stream()
                .filter(file -> file.isRego() && !file.name().startsWith(GATE))
                .toList();
    }

    /**
     * The checks that can have something to say about facts of these sections, and what they share.
     * A check says nothing where all sections that it asks for are empty: it starts from a fact.
     */
    public List<PolicyFile> checksOf(Set<String> sections) {
        return files.stream()
                .filter(file -> file.isRego() && !file.name().startsWith(GATE))
                .filter(file -> !file.name().startsWith(CHECK_FILES) || file.asksFor(sections))
                .toList();
    }

    /** How many checks there are: each is a file of its own. */
    public int checkCount() {
        return (int) files.stream().filter(file -> file.name().startsWith(CHECK_FILES)).count();
    }

    /** What each check says of itself, by id; parses them all, for documents and tests. */
    public List<CheckDescription> describe() {
        return files.stream()
                .filter(file -> file.name().startsWith(CHECK_FILES))
                .map(CheckDescription::read)
                .sorted(Comparator.comparing(CheckDescription::id))
                .toList();
    }

    /** The gate alone, which needs no check. */
    public List<PolicyFile> gate() {
        return files.stream()
                .filter(file -> file.isRego() && file.name().startsWith(GATE))
                .toList();
    }

    /**
     * The data that the checks read beside the facts, such as the longest lifetimes: a file lies
     * where it is named.
     */
    public RegoObject data() {
        RegoObject data = RegoObject.EMPTY;
        for (PolicyFile file : files) {
            if (file.name().endsWith(DATA)) {
                String directory = file.name().substring(0, file.name().length() - DATA.length());
                data =
                        place(
                                data,
                                List.of(directory.split("/", -1)),
                                JsonReader.standard().read(file.text()));
            }
        }
        return data;
    }

    private static RegoObject place(RegoObject data, List<String> path, Value value) {
        RegoString key = RegoString.of(path.getFirst());
        if (path.size() == 1) {
            return data.with(key, value);
        }
        RegoObject inner = data.get(key) instanceof RegoObject object ? object : RegoObject.EMPTY;
        return data.with(key, place(inner, path.subList(1, path.size()), value));
    }
}

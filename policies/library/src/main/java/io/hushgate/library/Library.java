package io.hushgate.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.rego.Precompiled;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shipped policies, and what the build has made of them. Immutable; each part is a resource
 * that is read when it is asked for, because a process that starts cold needs one or two of them.
 */
public final class Library {
    /** The document that has one package for each check. */
    public static final String CHECKS = "data.hushgate.checks";

    /** The document that holds the gate's verdict. */
    public static final String VERDICT = "data.hushgate.gate.verdict";

    /** The resource with the compiled gate. */
    public static final String GATE_IMAGE = "gate.image";

    /** The resource with all compiled checks. */
    public static final String CHECKS_IMAGE = "checks.image";

    /** The resource with the data that checks and gate read beside the facts. */
    public static final String DATA = "data.json";

    /** The resource with what a run has to know of the compiled checks. */
    public static final String CHECK_INDEX = "checks.index";

    private static final String PACKED = "library.bin";
    private static final String COUNT = "library.count";
    private static final String CHECK_FILES = "hushgate/checks/";
    private static final String GATE = "hushgate/gate/";
    private @Nullable List<PolicyFile> files;

    private Library() {}

    /** The library of this jar. */
    public static Library shipped() {
        return new Library();
    }

    private synchronized List<PolicyFile> files() {
        List<PolicyFile> known = files;
        if (known == null) {
            try {
                known = List.copyOf(unpack(resource(PACKED)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files = known;
        }
        return known;
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
        return files().stream()
                .filter(file -> file.isRego() && !file.name().startsWith(GATE))
                .toList();
    }

    /**
     * The checks that can have something to say about facts of these sections. A check says nothing
     * where all sections that it asks for are empty: it starts from a fact.
     */
    public List<ShippedCheck> checksOf(Set<String> sections) {
        return CheckIndex.read(resource(CHECK_INDEX), sections);
    }

    /** The files that hold a check each. */
    public List<PolicyFile> checkFiles() {
        return files().stream().filter(file -> file.name().startsWith(CHECK_FILES)).toList();
    }

    /** How many checks there are: each is a file of its own. */
    public int checkCount() {
        return Integer.parseInt(new String(resource(COUNT), UTF_8));
    }

    /** What each check says of itself, by id; parses them all, for documents and tests. */
    public List<CheckDescription> describe() {
        return checkFiles().stream()
                .map(CheckDescription::read)
                .sorted(Comparator.comparing(CheckDescription::id))
                .toList();
    }

    /** The gate alone, which needs no check. */
    public List<PolicyFile> gate() {
        return files().stream()
                .filter(file -> file.isRego() && file.name().startsWith(GATE))
                .toList();
    }

    /** The files of data; where one lies is where its content is placed. */
    public List<PolicyFile> dataFiles() {
        return files().stream().filter(file -> !file.isRego()).toList();
    }

    /** The data that the checks read beside the facts, such as the longest lifetimes. */
    public RegoObject data() {
        return (RegoObject) JsonReader.standard().read(resource(DATA));
    }
}

package io.hushgate.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Address;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Limits;
import io.hushgate.core.match.RuleSet;
import io.hushgate.source.image.LayerMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks images with a memory: the directory that {@code --layer-cache} names, and the questions
 * under which answers are kept there. A question is a hash over everything that an answer depends
 * on beside the layer: the program, its rules and those of others, what is excluded, the limits;
 * and in the second look the values that are looked for.
 */
final class LayerCache {
    private final Path directory;
    private final FingerprintKey key;
    private final String settings;

    private LayerCache(Path directory, FingerprintKey key, String settings) {
        this.directory = directory;
        this.key = key;
        this.settings = settings;
    }

    /**
     * Opens a cache.
     *
     * @param foreign files of other scanners, whose bytes count
     * @param others whatever else the answers depend on, as text
     */
    static LayerCache in(
            Path directory,
            FingerprintKey key,
            RuleSet rules,
            List<Path> foreign,
            Limits limits,
            Object... others) {
        MessageDigest hash = sha256();
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            out.write((ProgramVersion.get() + "\n" + programFile() + "\n").getBytes(UTF_8));
            rules.write(out);
            for (Path file : foreign) {
                out.write(sha256().digest(Files.readAllBytes(file)));
            }
            out.write((limits + "\n" + List.of(others)).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("rules that were read cannot be read again", e);
        }
        return new LayerCache(directory, key, HexFormat.of().formatHex(hash.digest()));
    }

    /** What tells builds of one version apart: the size and the time of the program's file. */
    private static String programFile() throws IOException {
        CodeSource source = LayerCache.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "";
        }
        try {
            Path file = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(file)
                    ? Files.size(file) + " " + Files.getLastModifiedTime(file)
                    : "";
        } catch (URISyntaxException e) {
            return source.getLocation().toString();
        }
    }

    /** The memory of what rules find. */
    LayerMemory ofRules(LayerMemory.Looking looking) {
        return LayerMemory.in(directory, key, "rules " + settings, looking);
    }

    /** The memory of where these values stand. */
    LayerMemory ofValues(Collection<Fingerprint> values, LayerMemory.Looking looking) {
        MessageDigest hash = sha256();
        values.stream().sorted().forEach(value -> hash.update(value.hex().getBytes(UTF_8)));
        String question = settings + " " + HexFormat.of().formatHex(hash.digest());
        return LayerMemory.in(directory, key, "values " + question, looking);
    }

    /** Tells of a place in a layer which of its files that is. */
    static void tell(Address place, Consumer<String> found) {
        if (Histories.outermost(place) instanceof Address.InLayer(_, var path)) {
            found.accept(path);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

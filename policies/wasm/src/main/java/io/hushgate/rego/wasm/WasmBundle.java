package io.hushgate.rego.wasm;

import io.hushgate.rego.backend.DecisionProblem;
import io.hushgate.rego.load.BundleReader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.value.RegoObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What {@code opa build -t wasm} writes: a compressed tar with {@code /policy.wasm}, {@code
 * /data.json} and {@code /.manifest} (OPA documentation, "Bundles"). Signatures are not verified.
 */
final class WasmBundle {
    private static final String MODULE = "policy.wasm";

    private final String name;
    private final byte[] module;
    private final RegoObject data;

    private WasmBundle(String name, byte[] module, RegoObject data) {
        this.name = name;
        this.module = module;
        this.data = data;
    }

    /** Where it came from. */
    String name() {
        return name;
    }

    /** The compiled policies; not to be changed. */
    byte[] module() {
        return module;
    }

    /** The root of {@code data}. */
    RegoObject data() {
        return data;
    }

    /**
     * Reads a bundle; the module and the rest in a pass each.
     *
     * @throws DecisionProblem if it is missing, unreadable, too large, or has no module
     */
    static WasmBundle read(Path path, WasmLimits limits) {
        String name = path.toString().replace('\\', '/');
        try (InputStream first = unpacked(path, limits);
                InputStream second = unpacked(path, limits)) {
            byte[] module = module(name, first, limits);
            return new WasmBundle(
                    name, module, BundleReader.read(name, second, LoadLimits.DEFAULT).data());
        } catch (NoSuchFileException e) {
            throw new DecisionProblem(name, "no such file; build it with opa build -t wasm", e);
        } catch (LoadProblem e) {
            throw new DecisionProblem(name, "cannot be loaded: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DecisionProblem(
                    name,
                    "is no bundle that can be used (%s); build it with opa build -t wasm"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static InputStream unpacked(Path path, WasmLimits limits) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        try {
            return new BoundedStream(new GZIPInputStream(file), limits.maxBundleBytes());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static byte[] module(String name, InputStream unpacked, WasmLimits limits)
            throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked);
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null && !isModule(entry)) {
            entry = tar.getNextEntry();
        }
        if (entry == null) {
            throw new DecisionProblem(
                    name,
                    "the bundle has no %s; build it with opa build -t wasm -e ENTRYPOINT"
                            .formatted(MODULE));
        }
        byte[] module = tar.readNBytes(limits.maxModuleBytes() + 1);
        if (module.length > limits.maxModuleBytes()) {
            throw new DecisionProblem(
                    name, "%s has more than %d bytes".formatted(MODULE, limits.maxModuleBytes()));
        }
        return module;
    }

    private static boolean isModule(TarArchiveEntry entry) {
        String entryName = entry.getName();
        return entry.isFile()
                && (entryName.equals(MODULE)
                        || entryName.equals("/" + MODULE)
                        || entryName.equals("./" + MODULE));
    }
}

package io.hushgate.cli.policy;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.load.Bundle;
import io.hushgate.rego.load.BundleReader;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.syntax.ParserOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which policies and data a command works on; mixed into each of them. */
final class RegoFiles {
    @Option(
            names = {"-b", "--bundle"},
            paramLabel = "PATH",
            description = "A bundle: a tar.gz or a directory with a .manifest; may be repeated.")
    private List<Path> bundles = List.of();

    @Option(
            names = {"--v0-compatible", "-0"},
            description = "Read modules that do not say otherwise as Rego v0.")
    private boolean versionZero;

    /** The syntax of modules that do not say theirs. */
    RegoVersion version() {
        return versionZero ? RegoVersion.V0 : RegoVersion.V1;
    }

    ParserOptions parserOptions() {
        return versionZero ? ParserOptions.V0 : ParserOptions.V1;
    }

    /**
     * Loads policies and data.
     *
     * @throws RegoException with what is wrong in all files, not in the first only
     */
    Rego load(List<String> paths) {
        FileLoader loader = new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT);
        for (String path : paths) {
            loader = loader.add(path);
        }
        Loaded loaded = loader.load();
        List<Bundle> read =
                bundles.stream().map(path -> BundleReader.read(path, LoadLimits.DEFAULT)).toList();
        Rego rego = Rego.create().withVersion(version()).withData(loaded.data());
        for (Module module : SourceFile.parse(loaded.modules(), parserOptions())) {
            rego = rego.withModule(module);
        }
        return rego.withBundles(read);
    }
}

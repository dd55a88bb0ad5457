package io.hushgate.cli.policy;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.load.Bundle;
import io.hushgate.rego.load.BundleReader;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<SourceFile> files = new ArrayList<>(loaded.modules());
        Rego rego = Rego.create().withVersion(version()).withData(loaded.data());
        if (!bundles.isEmpty()) {
            List<Bundle> read =
                    bundles.stream()
                            .map(path -> BundleReader.read(path, LoadLimits.DEFAULT))
                            .toList();
            Loaded joined = Bundle.join(read);
            files.addAll(joined.modules());
            rego = paths.isEmpty() ? rego.withData(joined.data()) : rego;
        }
        List<Module> modules = parse(files);
        return new Rego(modules, rego.data(), rego.version(), rego.options(), rego.settings());
    }

    private List<Module> parse(List<SourceFile> files) {
        List<Module> modules = new ArrayList<>();
        List<RegoError> errors = new ArrayList<>();
        for (SourceFile file : files) {
            try {
                modules.add(
                        Parser.parseModule(new Source(file.name(), file.text()), parserOptions()));
            } catch (RegoException e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new RegoException(errors);
        }
        return modules;
    }
}

package io.hushgate.cli.policy;

import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.builtin.Capabilities;
import io.hushgate.rego.compile.CompileOptions;
import io.hushgate.rego.compile.SchemaSet;
import io.hushgate.rego.compile.check.CapabilityCheck;
import io.hushgate.rego.load.Bundle;
import io.hushgate.rego.load.BundleReader;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.NamePattern;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SchemaLoader;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.syntax.ParserOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say how policies and data are read; mixed into each command that reads some. */
final class RegoFiles {
    @Option(
            names = {"--v0-compatible", "-0"},
            description = "Read modules that do not say otherwise as Rego v0.")
    private boolean versionZero;

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "PATTERN",
            description = "Names of files and directories to pass over; * and ? stand for others.")
    private List<String> ignored = List.of();

    @Option(
            names = "--capabilities",
            paramLabel = "FILE",
            description = "What policies may call and import, as opa capabilities prints it.")
    private String capabilities = "";

    @Option(
            names = {"-s", "--schema"},
            paramLabel = "PATH",
            description =
                    "A JSON schema of the input, or a directory of schemas by the names "
                            + "that METADATA gives them; types are checked with them.")
    private @Nullable Path schema;

    @Mixin private SignatureOptions signature = new SignatureOptions();

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

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
     * @param paths files and directories, {@code PREFIX:PATH} to place data
     * @param bundles archives and directories of the shape of bundles
     * @throws RegoException with what is wrong in all files, not in the first only
     */
    Rego load(List<String> paths, List<Path> bundles, Metrics metrics) {
        Capabilities allowed =
                capabilities.isEmpty()
                        ? Capabilities.all()
                        : CapabilityFiles.read(capabilities, spec.commandLine());
        Rego empty =
                Rego.create()
                        .withVersion(version())
                        .withOptions(
                                CompileOptions.DEFAULT
                                        .withBuiltins(allowed.builtins())
                                        .withSchemas(schemas()));
        Loaded loaded = metrics.time("rego_load_files", () -> files(paths));
        List<Bundle> read = metrics.time("rego_load_bundles", () -> bundles(bundles));
        return metrics.time(
                "rego_module_parse",
                () -> {
                    List<Module> modules = SourceFile.parse(loaded.modules(), parserOptions());
                    Rego rego =
                            new Rego(
                                            modules,
                                            loaded.data(),
                                            empty.version(),
                                            empty.options(),
                                            empty.settings())
                                    .withBundles(read);
                    CapabilityCheck.demand(rego.modules(), allowed);
                    return rego;
                });
    }

    private Loaded files(List<String> paths) {
        FileLoader loader =
                new FileLoader(
                        Placement.BY_DIRECTORY, LoadLimits.DEFAULT, patterns("--ignore", ignored));
        for (String path : paths) {
            loader = loader.add(path);
        }
        return loader.load();
    }

    private SchemaSet schemas() {
        return schema == null ? SchemaSet.NONE : new SchemaLoader(LoadLimits.DEFAULT).load(schema);
    }

    private List<Bundle> bundles(List<Path> paths) {
        return paths.stream()
                .map(path ->
                        BundleReader.read(
                                path,
                                LoadLimits.DEFAULT,
                                signature.verification(spec.commandLine())))
                .toList();
    }

    private List<NamePattern> patterns(String option, List<String> texts) {
        try {
            return texts.stream().map(NamePattern::of).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage());
        }
    }
}

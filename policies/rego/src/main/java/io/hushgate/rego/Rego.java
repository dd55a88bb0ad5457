package io.hushgate.rego;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.compile.CompileOptions;
import io.hushgate.rego.compile.CompiledModules;
import io.hushgate.rego.compile.Compiler;
import io.hushgate.rego.compile.check.DataConflicts;
import io.hushgate.rego.load.Bundle;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Modules and data on their way to a {@link Program}. Immutable: each method yields a new one.
 *
 * <pre>{@code
 * Program program = Rego.create().withModule("app.rego", text).compile();
 * Evaluation evaluation = program.evaluate(JsonReader.standard().read(json));
 * Value allow = evaluation.value("data.app.allow");
 * }</pre>
 *
 * @param modules parsed modules
 * @param data the base document, the root of {@code data}
 * @param version the syntax of modules that do not say theirs
 * @param options how modules are compiled
 * @param settings how the program is evaluated
 */
public record Rego(
        List<Module> modules,
        RegoObject data,
        RegoVersion version,
        CompileOptions options,
        Settings settings) {
    public Rego {
        modules = List.copyOf(modules);
    }

    /** No modules, no data, version 1, standard builtins and settings. */
    public static Rego create() {
        return new Rego(
                List.of(),
                RegoObject.EMPTY,
                RegoVersion.V1,
                CompileOptions.DEFAULT,
                Settings.standard());
    }

    /**
     * Adds a module.
     *
     * @param name of the file, for error messages
     * @throws RegoException if the text is not well-formed
     */
    public Rego withModule(String name, String text) {
        return withModule(Parser.parseModule(new Source(name, text), parserOptions()));
    }

    /** Adds a module. */
    public Rego withModule(Module module) {
        List<Module> more = new ArrayList<>(modules);
        more.add(module);
        return new Rego(more, data, version, options, settings);
    }

    public Rego withData(RegoObject newData) {
        return new Rego(modules, newData, version, options, settings);
    }

    /**
     * Adds the modules and data of bundles.
     *
     * @throws RegoException if modules are not well-formed
     * @throws io.hushgate.rego.load.LoadProblem if the bundles overlap, or hold what their roots
     *     forbid
     */
    public Rego withBundles(List<Bundle> bundles) {
        RegoObject joined = Bundle.data(bundles, data);
        List<Module> more = new ArrayList<>(modules);
        bundles.forEach(bundle -> more.addAll(bundle.parse(parserOptions())));
        return new Rego(more, joined, version, options, settings);
    }

    public Rego withVersion(RegoVersion newVersion) {
        return new Rego(modules, data, newVersion, options, settings);
    }

    public Rego withBuiltins(Builtins builtins) {
        return withOptions(options.withBuiltins(builtins));
    }

    public Rego withOptions(CompileOptions newOptions) {
        return new Rego(modules, data, version, newOptions, settings);
    }

    public Rego withSettings(Settings newSettings) {
        return new Rego(modules, data, version, options, newSettings);
    }

    /**
     * Compiles the modules.
     *
     * @throws RegoException with all that is wrong with them, rules among it that stand where the
     *     data have a value
     */
    public Program compile() {
        CompiledModules compiled = Compiler.compile(modules, options);
        List<RegoError> conflicts = DataConflicts.between(compiled.tree(), data);
        if (!conflicts.isEmpty()) {
            throw new RegoException(conflicts);
        }
        return Program.of(this, compiled);
    }

    ParserOptions parserOptions() {
        Set<String> names =
                options.builtins().all().stream().map(Builtin::name).collect(Collectors.toSet());
        return switch (version) {
            case V0 -> ParserOptions.V0.withBuiltins(names);
            case V1 -> ParserOptions.V1.withBuiltins(names);
        };
    }
}

package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.rego.Rego;
import io.hushgate.rego.Settings;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.compile.CompileOptions;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.value.RegoObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads policies and data by conftest's rules: of policy paths only modules, of data paths only
 * data, which go to the root.
 *
 * @param builtinErrors whether a built-in that fails ends the test
 * @param builtins what policies may call
 */
record ConftestPolicies(
        boolean versionZero, boolean strict, boolean builtinErrors, Builtins builtins) {
    /**
     * Loads and parses.
     *
     * @param print takes what the policies print
     */
    Rego load(List<String> policies, List<String> data, BuiltinContext.Sink print) {
        FileLoader loader = new FileLoader(Placement.AT_ROOT, LoadLimits.DEFAULT);
        policies.stream()
                .flatMap(path -> modules(Path.of(path)).stream())
                .forEach(file -> loader.add(file, List.of()));
        CompileOptions options =
                CompileOptions.DEFAULT.withStrict(strict).withPrint(true).withBuiltins(builtins);
        Rego rego =
                Rego.create()
                        .withVersion(versionZero ? RegoVersion.V0 : RegoVersion.V1)
                        .withOptions(options)
                        .withSettings(
                                Settings.standard()
                                        .withPrint(print)
                                        .withStrictBuiltinErrors(builtinErrors))
                        .withData(data(data));
        for (SourceFile file : loader.load().modules()) {
            rego = rego.withModule(file.name(), file.text());
        }
        return rego;
    }

    private static RegoObject data(List<String> paths) {
        FileLoader loader = new FileLoader(Placement.AT_ROOT, LoadLimits.DEFAULT);
        paths.forEach(path -> loader.add(Path.of(path), List.of()));
        return loader.load().data();
    }

    private static List<Path> modules(Path path) {
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(file -> file.toString().endsWith(".rego"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConftestProblem(
                    path + ": no policies can be read there; check the path after --policy");
        }
    }
}

package io.hushgate.run;

import io.hushgate.config.Configuration;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.load.Loaded;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The policies that the user adds with {@code --policy} or in the configuration.
 *
 * @param data laid over the data of the library, key by key
 */
record UserPolicies(List<Module> all, RegoObject data) {
    static final UserPolicies NONE = new UserPolicies(List.of(), RegoObject.EMPTY);
    private static final String GATE = "data.hushgate.gate";

    UserPolicies {
        all = List.copyOf(all);
    }

    /**
     * Loads directories and files, Rego and data; tests ({@code *_test.rego}) stay out.
     *
     * @throws RunProblem at the first that cannot be used
     */
    static UserPolicies load(List<Path> paths) {
        if (paths.isEmpty()) {
            return NONE;
        }
        try {
            FileLoader loader = new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT);
            for (Path path : paths) {
                if (!Files.exists(path)) {
                    throw new RunProblem(
                            path + ": there is no such file or directory; check the path");
                }
                loader = loader.add(path, List.of());
            }
            Loaded loaded = loader.load();
            List<Module> modules =
                    loaded.modules().stream()
                            .filter(file -> !file.isTest())
                            .map(file -> new Source(file.name(), file.text()))
                            .map(source -> Parser.parseModule(source, ParserOptions.V1))
                            .toList();
            return new UserPolicies(modules, loaded.data());
        } catch (LoadProblem e) {
            throw new RunProblem(String.valueOf(e.getMessage()), e);
        } catch (RegoException e) {
            throw new RunProblem(e.errors().getFirst().toString(), e);
        }
    }

    /** The modules that hold checks. */
    List<Module> modules() {
        return all.stream().filter(module -> !isGate(module)).toList();
    }

    /** The modules that replace the shipped gate; none where it is kept. */
    List<Module> gate() {
        return all.stream().filter(UserPolicies::isGate).toList();
    }

    int checkCount() {
        return modules().stream().mapToInt(module -> Policies.resultRules(module).size()).sum();
    }

    private static boolean isGate(Module module) {
        return module.packageClause().path().toString().equals(GATE);
    }

    /** The library's data with the user's over it. */
    RegoObject over(RegoObject shipped) {
        return Configuration.over(shipped, data);
    }
}

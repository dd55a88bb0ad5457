package io.hushgate.estate.terraform;

import io.hushgate.estate.read.Budget;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.read.RelativePath;
import io.hushgate.estate.terraform.Symbols.Symbol;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module that is used with some arguments: the files of a directory, what their expressions can
 * name, and their resources, one for each instance.
 */
final class Module {
    private final List<ModuleFile> files;
    private final Symbols symbols;
    private final List<Resource> resources = new ArrayList<>();

    /**
     * @param arguments values of variables, standing in the files of the caller; empty if nothing
     *     calls the module
     */
    Module(List<ModuleFile> files, Optional<Map<String, Symbol>> arguments, Budget budget) {
        this.symbols = new Symbols(budget);
        this.files = files.stream().filter(file -> !file.isValues()).toList();
        arguments.ifPresentOrElse(
                given -> given.forEach((name, value) -> symbols.put("var." + name, value)),
                () -> values(files));
        for (ModuleFile file : this.files) {
            declared(file);
        }
        for (ModuleFile file : this.files) {
            for (Resource resource : Resource.of(file.root(), file.address())) {
                instances(resource);
            }
        }
        resources.forEach(symbols::addResource);
    }

    /** Files of values that Terraform takes by itself; else the only one that there is. */
    private void values(List<ModuleFile> all) {
        List<ModuleFile> values = all.stream().filter(ModuleFile::isValues).toList();
        List<ModuleFile> automatic = values.stream().filter(ModuleFile::isAutomatic).toList();
        for (ModuleFile file : automatic.isEmpty() && values.size() == 1 ? values : automatic) {
            for (Entry entry : file.root().entries()) {
                symbols.put("var." + entry.key().text(), new Symbol(file.address(), entry.value()));
            }
        }
    }

    private void declared(ModuleFile file) {
        for (Node node : file.root().all("locals")) {
            for (Entry local : node.asMapping().map(Mapping::entries).orElse(List.of())) {
                symbols.add(
                        "local." + local.key().text(), new Symbol(file.address(), local.value()));
            }
        }
        for (Declared variable : Declared.of(file.root(), "variable")) {
            variable.body()
                    .get("default")
                    .ifPresent(value ->
                            symbols.add(
                                    "var." + variable.name(), new Symbol(file.address(), value)));
        }
    }

    private void instances(Resource resource) {
        References outer = new References(symbols, resource.file(), Map.of());
        Instances.of(resource.body(), outer)
                .forEach((key, each) -> {
                    if (symbols.budget().take()) {
                        resources.add(resource.instance(key, each));
                    }
                });
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** Follows references that stand in an instance of a resource. */
    References references(Resource resource) {
        return new References(symbols, resource.file(), resource.each());
    }

    /** A block of the type and name that another one is called by, such as a module call. */
    record Declared(String name, Mapping body) {
        static List<Declared> of(Mapping root, String type) {
            List<Declared> all = new ArrayList<>();
            for (Node node : root.all(type)) {
                if (node instanceof Block block && block.labels().size() == 1) {
                    all.add(new Declared(block.label(0), block.body()));
                } else if (node instanceof Mapping named) {
                    for (Entry entry : named.entries()) {
                        entry.value()
                                .asMapping()
                                .ifPresent(body -> all.add(new Declared(entry.key().text(), body)));
                    }
                }
            }
            return all;
        }
    }

    /**
     * A use of another module.
     *
     * @param directory of the module
     * @param arguments for each instance, resolved
     */
    record Use(String name, String directory, List<Map<String, Symbol>> arguments) {}

    /** The modules that this one uses and that lie beside it. */
    List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (ModuleFile file : files) {
            for (Declared call : Declared.of(file.root(), "module")) {
                local(file, call).ifPresent(directory -> uses.add(use(file, call, directory)));
            }
        }
        return uses;
    }

    /** The directory of a source that is a path: {@code ./x} or {@code ../x}. */
    static Optional<String> local(ModuleFile file, Declared call) {
        String source = call.body().scalar("source").map(Scalar::text).orElse("");
        if (!source.startsWith("./") && !source.startsWith("../")) {
            return Optional.empty();
        }
        return RelativePath.resolve(file.directory(), source);
    }

    private Use use(ModuleFile file, Declared call, String directory) {
        References outer = new References(symbols, file.address(), Map.of());
        List<Map<String, Symbol>> arguments = new ArrayList<>();
        for (Map<String, Node> each : Instances.of(call.body(), outer).values()) {
            References references = new References(symbols, file.address(), each);
            Map<String, Symbol> given = new HashMap<>();
            for (Entry entry : call.body().entries()) {
                given.put(
                        entry.key().text(),
                        new Symbol(file.address(), references.resolved(entry.value())));
            }
            arguments.add(given);
        }
        return new Use(call.name(), directory, arguments);
    }

    /** Makes the outputs of a module that this one uses known. */
    void add(Use use, Module used) {
        for (ModuleFile file : used.files) {
            for (Declared output : Declared.of(file.root(), "output")) {
                output.body()
                        .get("value")
                        .ifPresent(value -> {
                            References inside =
                                    new References(used.symbols, file.address(), Map.of());
                            Symbol symbol = new Symbol(file.address(), inside.resolved(value));
                            symbols.add("module." + use.name() + "." + output.name(), symbol);
                        });
            }
        }
    }
}

package io.hushgate.estate.terraform;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.read.Budget;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.terraform.Module.Declared;
import io.hushgate.estate.terraform.Symbols.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The modules of a run: directories of Terraform files, read as one, and with the arguments of each
 * call where others call them by path.
 */
public final class Modules {
    private static final int MAX_DEPTH = 16;

    /** Modules that are used with arguments; a chain of calls may double with each step. */
    private static final int MAX_USES = 2_000;

    private final TerraformReader reader;
    private final Map<String, List<ModuleFile>> byDirectory = new TreeMap<>();
    private final Set<String> called = new HashSet<>();
    private final Set<String> visited = new HashSet<>();
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Budget budget = new Budget(TerraformReader.MAX_VALUES);
    private int uses;

    /** Sorts files by their directories. */
    public Modules(TerraformReader reader, List<ModuleFile> files) {
        this.reader = reader;
        files.stream()
                .sorted(Comparator.comparing(ModuleFile::address))
                .forEach(file ->
                        byDirectory
                                .computeIfAbsent(file.directory(), _ -> new ArrayList<>())
                                .add(file));
    }

    /**
     * The facts of files that say more, or something else, together with others; by address. Files
     * that stand alone are left out.
     */
    public Map<String, List<Fact>> facts() {
        for (List<ModuleFile> files : byDirectory.values()) {
            for (ModuleFile file : files) {
                for (Declared call : Declared.of(file.root(), "module")) {
                    Module.local(file, call)
                            .filter(byDirectory::containsKey)
                            .filter(directory -> !directory.equals(file.directory()))
                            .ifPresent(called::add);
                }
            }
        }
        byDirectory.forEach((directory, files) -> {
            if (!called.contains(directory) && (files.size() > 1 || calls(files))) {
                read(directory, Optional.empty(), MAX_DEPTH);
            }
        });
        for (String directory : byDirectory.keySet()) {
            if (called.contains(directory) && !visited.contains(directory)) {
                read(directory, Optional.empty(), MAX_DEPTH); // a circle, or called too deep
            }
        }
        return facts;
    }

    private boolean calls(List<ModuleFile> files) {
        return files.stream()
                .flatMap(file ->
                        Declared.of(file.root(), "module").stream()
                                .flatMap(call -> Module.local(file, call).stream()))
                .anyMatch(called::contains);
    }

    private Module read(String directory, Optional<Map<String, Symbol>> arguments, int depth) {
        uses++;
        visited.add(directory);
        List<ModuleFile> files = byDirectory.getOrDefault(directory, List.of());
        Module module = new Module(files, arguments, budget);
        for (Module.Use use : module.uses()) {
            for (Map<String, Symbol> given : use.arguments()) {
                if (depth > 0 && uses < MAX_USES && byDirectory.containsKey(use.directory())) {
                    module.add(use, read(use.directory(), Optional.of(given), depth - 1));
                }
            }
        }
        Map<String, Collector> collectors = new HashMap<>();
        for (ModuleFile file : files) {
            collectors.put(file.address(), new Collector(file.address()));
        }
        for (Resource resource : module.resources()) {
            Collector into = collectors.get(resource.file());
            if (into != null) {
                reader.read(resource, module, into);
            }
        }
        collectors.forEach((file, into) ->
                facts.computeIfAbsent(file, _ -> new ArrayList<>()).addAll(into.facts()));
        return module;
    }
}

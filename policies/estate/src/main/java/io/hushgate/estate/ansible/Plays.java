package io.hushgate.estate.ansible;

import io.hushgate.estate.ansible.VariableFile.Layer;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ModuleFile;
import io.hushgate.estate.read.RelativePath;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays and tasks that leave expressions open, read again with the variables of the files beside
 * them: defaults and variables of their role, {@code group_vars}, {@code host_vars} and {@code
 * vars_files}. A variable to which two files of one layer give different values stays open, for
 * nobody knows the host.
 */
public final class Plays {
    private final AnsibleTasks tasks;
    private final Map<String, List<ModuleFile>> open = new LinkedHashMap<>();
    private final Map<String, List<ModuleFile>> byAddress = new HashMap<>();
    private final List<VariableFile> variables = new ArrayList<>();

    /**
     * @param files plays that leave something open, and files of variables
     */
    public Plays(AnsibleTasks tasks, List<ModuleFile> files) {
        this.tasks = tasks;
        for (ModuleFile file : files) {
            boolean named = VariableFile.isOne(file.address());
            (named ? byAddress : open)
                    .computeIfAbsent(file.address(), _ -> new ArrayList<>())
                    .add(file);
            VariableFile.of(file).filter(_ -> named).ifPresent(variables::add);
        }
    }

    /** Tells by its name whether a file may hold variables of plays. */
    public static boolean isVariables(String address) {
        return VariableFile.isOne(address);
    }

    /** The facts of a file, those of its open plays in their better form. */
    public List<Fact> completed(String address, List<Fact> facts) {
        List<Fact> completed = new ArrayList<>(facts);
        for (ModuleFile play : open.getOrDefault(address, List.of())) {
            Collector before = new Collector(address);
            tasks.read(play.root(), before);
            Collector after = new Collector(address);
            tasks.read(play.root(), known(play), after);
            completed.removeAll(before.facts());
            completed.addAll(after.facts());
        }
        return completed;
    }

    private Map<String, Node> known(ModuleFile play) {
        Map<String, Node> known = new HashMap<>();
        for (Layer layer : Layer.values()) {
            known.putAll(
                    agreed(
                            variables.stream()
                                    .filter(file -> file.layer() == layer)
                                    .filter(file -> file.isFor(play.address()))
                                    .map(file -> file.file().root())
                                    .toList()));
        }
        for (String named : play.root().texts("vars_files")) {
            for (String folder : List.of("", "vars/")) {
                RelativePath.resolve(play.directory(), folder + named).stream()
                        .flatMap(path -> byAddress.getOrDefault(path, List.of()).stream())
                        .forEach(file -> put(file.root(), known));
            }
        }
        return known;
    }

    /** What the files say of which no other one says something else. */
    private static Map<String, Node> agreed(List<Mapping> files) {
        Map<String, Node> agreed = new HashMap<>();
        Set<String> differing = new HashSet<>();
        for (Mapping file : files) {
            for (Entry entry : file.entries()) {
                String name = entry.key().text();
                Optional<Node> other = Optional.ofNullable(agreed.put(name, entry.value()));
                if (other.isPresent() && !same(other.get(), entry.value())) {
                    differing.add(name);
                }
            }
        }
        agreed.keySet().removeAll(differing);
        return agreed;
    }

    private static boolean same(Node one, Node other) {
        return one instanceof Node.Scalar first
                && other instanceof Node.Scalar second
                && first.text().equals(second.text());
    }

    private static void put(Mapping file, Map<String, Node> known) {
        file.entries().forEach(entry -> known.put(entry.key().text(), entry.value()));
    }
}

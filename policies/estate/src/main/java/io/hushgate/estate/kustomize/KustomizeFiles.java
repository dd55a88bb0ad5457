package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.Tree;
import io.hushgate.estate.tree.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a tree as far as builds asked for them; each is parsed once. */
final class KustomizeFiles {
    private final FileTree tree;
    private final String prefix;
    private final Limits limits;
    private final YamlReader yaml;
    private final Map<String, Optional<Parsed>> parsed = new HashMap<>();
    private final Map<String, Optional<Kustomization>> kustomizations = new HashMap<>();

    /**
     * @param prefix what addresses have before the path in the tree
     */
    KustomizeFiles(FileTree tree, String prefix, Limits limits) {
        this.tree = tree;
        this.prefix = prefix;
        this.limits = limits;
        this.yaml = new YamlReader(limits);
    }

    /** The mappings of a file. */
    record Parsed(SourceFile file, List<Mapping> documents) {
        Parsed {
            documents = List.copyOf(documents);
        }
    }

    Optional<Kustomization> kustomization(String directory) {
        return kustomizations.computeIfAbsent(directory, this::load);
    }

    private Optional<Kustomization> load(String directory) {
        for (String name : Kustomization.NAMES) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            Optional<Parsed> file = parsed(path);
            if (file.isPresent()) {
                return file.get().documents().stream()
                        .findFirst()
                        .map(content -> new Kustomization(directory, file.get().file(), content));
            }
        }
        return Optional.empty();
    }

    Optional<byte[]> content(String path) {
        return tree.file(path).filter(content -> content.length <= limits.maxChars());
    }

    Optional<Parsed> parsed(String path) {
        return parsed.computeIfAbsent(path, this::parse);
    }

    private Optional<Parsed> parse(String path) {
        return content(path)
                .map(content -> {
                    Source source = Source.of(new String(content, StandardCharsets.UTF_8));
                    Tree read = yaml.read(source);
                    return new Parsed(
                            new SourceFile(prefix + path, source, read.template()), mappings(read));
                });
    }

    /** A text that stands in a kustomization. */
    List<Mapping> inline(Source text) {
        return mappings(yaml.read(text));
    }

    private static List<Mapping> mappings(Tree tree) {
        List<Mapping> found = new ArrayList<>();
        for (Node document : tree.documents()) {
            for (Node item : document.asItems()) {
                item.asMapping().ifPresent(found::add);
            }
        }
        return found;
    }
}

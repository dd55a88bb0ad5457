package io.hushgate.rego.load;

import io.hushgate.rego.compile.SchemaSet;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads JSON schemas for the type checker, as {@code opa --schema} does: a file is the schema of
 * the input; of a directory each {@code *.json}, {@code *.yaml} and {@code *.yml} is the schema
 * whose name is its path, so that {@code k8s/pod.json} is {@code schema.k8s.pod}. Links between
 * directories are not followed.
 */
public final class SchemaLoader {
    private final LoadLimits limits;
    private final LoadLimits.Count count;

    public SchemaLoader(LoadLimits limits) {
        this.limits = limits;
        this.count = limits.count();
    }

    /**
     * Loads a file or directory.
     *
     * @throws LoadProblem if it is missing, unreadable, malformed or too large
     */
    public SchemaSet load(Path path) {
        try {
            return Files.isDirectory(path)
                    ? directory(path)
                    : SchemaSet.empty().with(List.of(), read(path));
        } catch (NoSuchFileException e) {
            throw new LoadProblem(name(path), "no such file or directory");
        } catch (IOException e) {
            throw new LoadProblem(name(path), "cannot be read: " + e.getMessage());
        }
    }

    private SchemaSet directory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory, limits.maxDepth())) {
            files =
                    all.filter(file -> Documents.isData(name(file)) && Files.isRegularFile(file))
                            .limit(limits.maxFiles() + 1L)
                            .sorted()
                            .toList();
        }
        SchemaSet schemas = SchemaSet.empty();
        for (Path file : files) {
            List<String> words = new ArrayList<>();
            directory.relativize(file).forEach(part -> words.add(part.toString()));
            String last = words.removeLast();
            words.add(last.substring(0, last.lastIndexOf('.')));
            schemas = schemas.with(words, read(file));
        }
        return schemas;
    }

    private Value read(Path file) throws IOException {
        String name = name(file);
        count.file(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes =
                    in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, count.allowance() + 1));
            count.bytes(name, bytes.length);
            return Documents.read(name, bytes);
        }
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }
}

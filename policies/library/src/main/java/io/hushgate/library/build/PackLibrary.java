package io.hushgate.library.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Packs all policy files but their tests into one resource, because opening eighty files costs more
 * than reading one:
 *
 * <pre>
 * int count, then for each file, sorted by name:
 *   modified UTF-8 name relative to the root
 *   int count, then so many modified UTF-8 names: the sections of facts that the file asks for
 *   int length, bytes
 * </pre>
 */
public final class PackLibrary {
    /** A section of the facts, or the findings, as policies name them. */
    private static final Pattern SECTION = Pattern.compile("\\b(?:data\\.estate|input)\\.(\\w+)");

    /** The directory of the checks, each of which is a file of its own. */
    private static final String CHECKS = "hushgate/checks";

    private static final String COUNT = "library.count";

    private PackLibrary() {}

    /**
     * Takes the directory of the policies and the file to write, beside which it notes the count.
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path packed = Path.of(arguments[1]);
        Files.createDirectories(packed.toAbsolutePath().getParent());
        try (Stream<Path> walk = Files.walk(root);
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(packed)))) {
            List<Path> files = walk.filter(PackLibrary::isShipped).sorted().toList();
            out.writeInt(files.size());
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                out.writeUTF(root.relativize(file).toString().replace('\\', '/'));
                List<String> sections = sections(new String(bytes, UTF_8));
                out.writeInt(sections.size());
                for (String section : sections) {
                    out.writeUTF(section);
                }
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            long checks =
                    files.stream().filter(file -> file.startsWith(root.resolve(CHECKS))).count();
            Files.writeString(packed.resolveSibling(COUNT), Long.toString(checks));
        }
    }

    private static List<String> sections(String policy) {
        return SECTION.matcher(policy)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isShipped(Path path) {
        String name = path.getFileName().toString();
        return (name.endsWith(".rego")
                        && !name.endsWith("_test.rego")
                        && !name.equals("testing.rego"))
                || name.equals("data.json");
    }
}

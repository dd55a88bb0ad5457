package io.hushgate.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences and notices that libraries carry in their jars, one directory for each jar. Those
 * that carry none are named in the bill of materials with their licence.
 */
final class Licences {
    private static final Pattern TEXT =
            Pattern.compile(
                    "(META-INF/)?(license|notice|about|copying)[^/]*(\\.txt|\\.md|\\.html)?");

    private Licences() {}

    static void collect(Path lib, Path licences) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(lib)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(Licences::isText).toList()) {
                    Path text =
                            licences.resolve(name).resolve(Path.of(entry.getName()).getFileName());
                    Files.createDirectories(text.getParent());
                    Files.write(text, zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private static boolean isText(ZipEntry entry) {
        return !entry.isDirectory()
                && TEXT.matcher(
                                entry.getName()
                                        .toLowerCase(Locale.ROOT)
                                        .replace("meta-inf", "META-INF"))
                        .matches();
    }
}

package io.hushgate.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Lays the program out to be run without a JDK: {@code Distribution ROOT DIST OUT TIME}. The parts
 * of {@code DIST}, which the build has made, the launcher, a runtime of just the modules that the
 * program needs, licences, the bill of materials, completions and manual pages, and the AOT cache,
 * made by that very runtime.
 *
 * <p>All files carry {@code TIME} (ISO-8601): a cache refuses jars whose times differ from those
 * that it was made with, so that they have to survive packing. Two builds give the same bytes but
 * for the cache, which holds addresses of the run that made it.
 */
public final class Distribution {
    /**
     * Found with jdeps; java.sql for the history of audits, jdk.management for Lucene, which says
     * on standard error what it cannot measure without it.
     */
    private static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.sql",
                    "java.xml",
                    "jdk.management",
                    "jdk.unsupported",
                    "jdk.zipfs");

    private final Path root;
    private final Path dist;
    private final Path out;

    private Distribution(Path root, Path dist, Path out) {
        this.root = root;
        this.dist = dist;
        this.out = out;
    }

    /** Runs in the build, when the jars are in place. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Distribution made =
                new Distribution(
                        Path.of(args[0]), Path.of(args[1]), Path.of(args[2]).toAbsolutePath());
        FileTime time = FileTime.from(Instant.parse(args[3]));
        made.clear();
        made.copy();
        Licences.collect(made.out.resolve("lib"), made.out.resolve("licences"));
        if (!made.link()) {
            return;
        }
        made.document();
        made.stamp(time);
        made.train();
        made.stamp(time);
    }

    private void clear() throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(out.resolve("lib"));
    }

    private void copy() throws IOException {
        for (String jar : jars()) {
            Files.copy(dist.resolve("lib").resolve(jar), out.resolve("lib").resolve(jar));
        }
        Path bill = dist.resolve("hushgate.cdx.json");
        if (Files.exists(bill)) { // its plugin works online only
            Files.copy(bill, out.resolve("hushgate.cdx.json"));
        }
        for (String file : List.of("hushgate", "LICENSE", "README.md", "CHANGELOG.md")) {
            Files.copy(root.resolve(file), out.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(
                out.resolve("hushgate"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The program and what its manifest names; a build leaves what a build before it needed. */
    private List<String> jars() throws IOException {
        List<String> jars = new ArrayList<>(List.of("hushgate.jar"));
        try (JarFile program = new JarFile(dist.resolve("lib/hushgate.jar").toFile())) {
            String path =
                    program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            jars.addAll(List.of(path.split(" ")));
        }
        return jars;
    }

    /**
     * Tells whether there is a runtime: a JDK without module files and without the means to link.
     */
    private boolean link() throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        out.resolve("runtime").toString());
        if (run(command, root) == 0) {
            return true;
        }
        System.err.println(
                "no runtime is part of the distribution: this JDK cannot link one; install its module"
                        + " files (Debian: openjdk-25-jmods)");
        return false;
    }

    private void document() throws IOException, InterruptedException {
        for (String command : List.of("completion", "manual")) {
            int code =
                    run(
                            List.of(
                                    out.resolve("hushgate").toString(),
                                    command,
                                    "--directory",
                                    out.resolve("share").toString()),
                            out);
            if (code != 0) {
                throw new IllegalStateException("hushgate " + command + " ended with " + code);
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        run(
                List.of(
                        "sh",
                        root.resolve("src/main/dist/train-start-up").toString(),
                        out.toString(),
                        out.resolve("hushgate").toString()),
                root);
    }

    private static int run(List<String> command, Path directory)
            throws IOException, InterruptedException {
        return new ProcessBuilder(new ArrayList<>(command))
                .directory(directory.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private void stamp(FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, time);
                }
            }
        }
    }
}

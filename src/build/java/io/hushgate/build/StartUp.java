package io.hushgate.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites our own jars in a directory: {@code PlainCalls LIB}. The first use of a switch over
 * types or of a record's {@code equals} spins classes at run time, and the AOT cache of JDK 25,
 * which keeps that work for lambdas, does not keep it for these. A hook meets 130 of them, a
 * quarter of its time; as plain code they cost nothing. See {@link PlainClass}.
 *
 * <p>Entries keep their order and their times, so that the same jars give the same bytes.
 */
public final class PlainCalls {
    private static final String OURS = "io/hushgate/";

    private PlainCalls() {}

    /** Runs in the build, when the jars are in place. */
    public static void main(String[] args) throws IOException {
        List<Path> jars = jars(Path.of(args[0]));
        try (URLClassLoader classes = new URLClassLoader(urls(jars))) {
            PlainClass plain = new PlainClass(ClassHierarchyResolver.ofResourceParsing(classes));
            for (Path jar : jars) {
                if (isOurs(jar)) {
                    Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
                    Files.write(rewritten, rewrite(jar, plain));
                    Files.move(rewritten, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static boolean isOurs(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> entry.getName().startsWith(OURS));
        }
    }

    private static byte[] rewrite(Path jar, PlainClass plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile file = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                byte[] content = file.getInputStream(entry).readAllBytes();
                out.write(isClass(entry) ? plain.of(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().startsWith(OURS) && entry.getName().endsWith(".class");
    }
}

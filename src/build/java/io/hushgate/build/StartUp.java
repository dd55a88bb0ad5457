package io.hushgate.build;

import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the jars in a directory so that a cold start has less to do: {@code StartUp LIB PROGRAM},
 * where PROGRAM is the jar in LIB that the class path begins with.
 *
 * <ul>
 *   <li>Calls in our own classes that the AOT cache cannot keep become plain code; see {@link
 *       PlainClass}.
 *   <li>Classes of a version that it does not take get a later one; see {@link RaisedClass}.
 *   <li>Our own resources are copied into PROGRAM, and are not compressed there: the class path is
 *       searched from its beginning, jar by jar, and a start that has its classes from the cache
 *       would open ten jars for one resource.
 * </ul>
 *
 * <p>Entries keep their order and their times, so that the same jars give the same bytes, and to do
 * it twice changes nothing.
 */
public final class StartUp {
    private StartUp() {}

    /** Runs in the build, when the jars are in place. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        List<Path> files = files(directory);
        try (URLClassLoader classes = new URLClassLoader(urls(files))) {
            ClassHierarchyResolver types = ClassHierarchyResolver.ofResourceParsing(classes);
            PlainClass plain = new PlainClass(types);
            RaisedClass raised = new RaisedClass(types);
            Jar program = Jar.read(directory.resolve(args[1]));
            for (Path file : files) {
                if (file.equals(program.file())) {
                    program.rewriteClasses(plain::of);
                    continue;
                }
                Jar jar = Jar.read(file);
                if (jar.isOurs()) {
                    program.copyResourcesOf(jar);
                    if (jar.rewriteClasses(plain::of)) {
                        jar.write(false);
                    }
                } else if (jar.rewriteClasses(raised::of)) {
                    jar.write(false);
                }
            }
            program.write(true);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
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
}

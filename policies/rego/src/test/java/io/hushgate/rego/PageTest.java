package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.value.RegoBoolean;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the page on the engine begins with, compiled and run as they stand there. */
final class PageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "../../src/docs/rego.md");

    private static final Pattern FIRST_JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    private static final String POLICY = "package app\n\nallow if input.role == \"admin\"\n";

    @TempDir private Path directory;

    @Test
    void theFirstLinesDecide() throws Exception {
        Matcher lines = FIRST_JAVA.matcher(Files.readString(PAGE));
        assertThat(lines.find()).isTrue();
        compile(
                """
                import io.hushgate.rego.*;
                import io.hushgate.rego.value.*;

                public final class Decision {
                    public static Value of(String text, byte[] json) {
                        %s
                        return allow;
                    }
                }
                """
                        .formatted(lines.group(1)));
        assertThat(decide("{\"role\": \"admin\"}")).isEqualTo(RegoBoolean.TRUE);
        assertThat(decide("{\"role\": \"guest\"}")).isNull();
    }

    private void compile(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("Decision.java"), text);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int exitCode =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                complaints,
                                complaints,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                directory.toString(),
                                file.toString());
        assertThat(exitCode).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }

    private @Nullable Object decide(String json) throws Exception {
        URL[] classes = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            return loader.loadClass("Decision")
                    .getMethod("of", String.class, byte[].class)
                    .invoke(null, POLICY, json.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package io.hushgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with files under {@code src/test/resources/golden}; {@code -Dgolden.record=true} writes
 * them anew.
 */
public final class Golden {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    private Golden() {}

    static String render(ReportFormat format, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.render(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Asserts that a file of that name holds this text. */
    public static void assertMatches(String name, String actual) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("golden.record")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}

package io.hushgate.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The templates, styles and scripts that lie beside this class. */
final class Resources {
    private Resources() {}

    /** A resource as text, with line feeds. */
    static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several, in this order. */
    static String joined(String directory, String ending, List<String> names) {
        return names.stream()
                .map(name -> text(directory + "/" + name + ending))
                .collect(Collectors.joining("\n"));
    }
}

package io.hushgate.rego.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The policies that are measured. */
public final class Policies {
    private Policies() {}

    public static String read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Policies.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

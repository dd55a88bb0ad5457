package io.hushgate.source.image;

import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What Docker's configuration says for logging in to registries. Helpers that it names are never
 * started: nothing that is installed here is executed.
 */
final class Credentials {
    private static final String DOCKER_HUB = "registry-1.docker.io";
    private final Json configuration;

    private Credentials(Json configuration) {
        this.configuration = configuration;
    }

    /** {@code Basic} credentials, or a token that is exchanged for another. */
    sealed interface Login {
        /** As it stands after {@code Basic }. */
        record Basic(String encoded) implements Login {
            @Override
            public String toString() {
                return "Basic[...]";
            }
        }

        /** For the token server. */
        record Refresh(String token) implements Login {
            @Override
            public String toString() {
                return "Refresh[...]";
            }
        }
    }

    /** No credentials at all. */
    static Credentials none() {
        return new Credentials(Json.nothing());
    }

    /**
     * Reads {@code DOCKER_AUTH_CONFIG}, else the {@code config.json} of {@code DOCKER_CONFIG} or of
     * {@code HOME}.
     */
    static Credentials find(Map<String, String> environment) {
        String inline = environment.getOrDefault("DOCKER_AUTH_CONFIG", "");
        if (!inline.isBlank()) {
            return read("DOCKER_AUTH_CONFIG", inline.getBytes(StandardCharsets.UTF_8));
        }
        String directory = environment.getOrDefault("DOCKER_CONFIG", "");
        String home = environment.getOrDefault("HOME", "");
        if (directory.isEmpty() && home.isEmpty()) {
            return none();
        }
        Path file =
                (directory.isEmpty() ? Path.of(home, ".docker") : Path.of(directory))
                        .resolve("config.json");
        try {
            return read(file.toString(), RegularFile.bytes(file, Json.MAX_BYTES));
        } catch (NoSuchFileException e) {
            return none();
        } catch (IOException e) {
            throw new SourceProblem(file.toString(), "it cannot be read", "check its permissions");
        }
    }

    private static Credentials read(String place, byte[] bytes) {
        try {
            return new Credentials(Json.read(bytes));
        } catch (IOException e) {
            throw new SourceProblem(place, "it is no JSON", "log in again with docker login");
        }
    }

    /** The login for a registry, if there is one. */
    Optional<Login> of(String registry) {
        for (Map.Entry<String, Json> each : configuration.get("auths").members().entrySet()) {
            if (host(each.getKey()).equals(registry)) {
                return login(each.getValue());
            }
        }
        return Optional.empty();
    }

    /** Tells whether only a helper knows the login for a registry. */
    boolean needsHelper(String registry) {
        boolean own =
                configuration.get("credHelpers").members().keySet().stream()
                        .anyMatch(key -> host(key).equals(registry));
        return of(registry).isEmpty() && (own || !configuration.get("credsStore").text().isEmpty());
    }

    private static Optional<Login> login(Json entry) {
        String refresh = entry.get("identitytoken").text();
        if (!refresh.isEmpty()) {
            return Optional.of(new Login.Refresh(refresh));
        }
        String encoded = entry.get("auth").text();
        if (encoded.isEmpty() && !entry.get("username").text().isEmpty()) {
            String pair = entry.get("username").text() + ":" + entry.get("password").text();
            encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        return encoded.isEmpty() ? Optional.empty() : Optional.of(new Login.Basic(encoded));
    }

    /** Keys are hosts or old URLs, {@code https://index.docker.io/v1/}. */
    private static String host(String key) {
        String host = key.replaceFirst("^https?://", "");
        int slash = host.indexOf('/');
        host = slash < 0 ? host : host.substring(0, slash);
        return host.equals("index.docker.io") || host.equals("docker.io") ? DOCKER_HUB : host;
    }
}

package io.hushgate.source.image;

import io.hushgate.source.SourceProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image in a registry, {@code [host[:port]/]path[:tag][@digest]}, with what Docker
 * adds to short ones.
 *
 * @param registry host and port that are asked
 * @param version tag or digest
 */
record Reference(String registry, String repository, String version) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?<host>[a-zA-Z0-9.-]+(?::\\d{1,5})?|\\[[0-9a-fA-F:]+](?::\\d{1,5})?)/)?"
                            + "(?<path>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)"
                            + "(?::(?<tag>\\w[\\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]+))?");
    private static final String DOCKER_HUB = "registry-1.docker.io";

    /** Reads a reference. */
    static Reference parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > 1_000 || !matcher.matches()) {
            throw new SourceProblem(
                    text, "it is no name of an image", "write host/path:tag or path@sha256:...");
        }
        String host = matcher.group("host");
        String path = matcher.group("path");
        boolean isHost =
                host != null
                        && (host.contains(".")
                                || host.contains(":")
                                || host.equals("localhost")
                                || !host.equals(host.toLowerCase(java.util.Locale.ROOT)));
        if (host != null && !isHost) {
            path = host + "/" + path;
        }
        String registry = isHost && host != null ? host : DOCKER_HUB;
        if (registry.equals("docker.io") || registry.equals("index.docker.io")) {
            registry = DOCKER_HUB;
        }
        if (registry.equals(DOCKER_HUB) && path.indexOf('/') < 0) {
            path = "library/" + path;
        }
        String digest = matcher.group("digest");
        if (digest != null && Digest.parse(digest).isEmpty()) {
            throw new SourceProblem(text, "its digest is none", "give sha256: and 64 digits");
        }
        String tag = matcher.group("tag") == null ? "latest" : matcher.group("tag");
        return new Reference(registry, path, digest == null ? tag : digest);
    }

    /** Tells whether the registry is on this machine, where Docker too does without TLS. */
    boolean isLoopback() {
        String host = registry.replaceFirst(":\\d+$", "");
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    @Override
    public String toString() {
        return registry + "/" + repository + (version.contains(":") ? "@" : ":") + version;
    }
}

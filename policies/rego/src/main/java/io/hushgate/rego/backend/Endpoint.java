package io.hushgate.rego.backend;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Where an OPA server answers, and the addresses of documents there (OPA documentation, "REST API",
 * Data API).
 *
 * @param base scheme, host, port and perhaps a path, without a slash at its end
 */
record Endpoint(URI base) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_PORT = 65_535;
    private static final String UNRESERVED = "-._~";

    /** Reads an address; without a scheme it is {@code https}. */
    static Endpoint of(String address) {
        String full = address.contains("://") ? address : "https://" + address;
        URI uri;
        try {
            uri = new URI(full.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw unfit("the address of an OPA server", "is no URL: " + e.getReason());
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        // Before anything prints the address: it may hold a password.
        if (uri.getRawUserInfo() != null) {
            throw unfit(
                    "the address of an OPA server",
                    "holds a user or password; give a bearer token instead");
        }
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw unfit(full, "begins with neither https:// nor http://");
        }
        if (uri.getHost() == null) {
            throw unfit(full, "names no host, as opa.example.com:8181 does");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw unfit(full, "names a port that is not between 1 and %d".formatted(MAX_PORT));
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw unfit(full, "has a query or fragment; end it after the host or path");
        }
        return new Endpoint(uri);
    }

    private static DecisionProblem unfit(String place, String what) {
        return new DecisionProblem(place, what);
    }

    /** Whether nobody between here and there can read what is sent. */
    boolean isPrivate() {
        return "https".equalsIgnoreCase(base.getScheme()) || LOOPBACK.contains(base.getHost());
    }

    /**
     * The address of a document.
     *
     * @throws DecisionProblem if servers and proxies would take its keys for something else
     */
    URI of(DocumentPath document) {
        StringBuilder address = new StringBuilder(base.toString()).append("/v1/data");
        for (String key : document.keys()) {
            if (key.isEmpty() || key.equals(".") || key.equals("..")) {
                throw new DecisionProblem(
                        document.toString(),
                        "the key \"%s\" cannot be part of a URL; ask for the document above it"
                                .formatted(key));
            }
            address.append('/');
            encode(key, address);
        }
        return URI.create(address.toString());
    }

    /** Leaves what RFC 3986, section 2.3 calls unreserved. */
    private static void encode(String key, StringBuilder out) {
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
            if (letterOrDigit || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}

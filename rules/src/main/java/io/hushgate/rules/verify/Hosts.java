package io.hushgate.rules.verify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where requests may go. A host that was allowed by its name is only asked when that name does not
 * lead into a private network; one that is replaced is asked where its user says.
 */
public final class Hosts {
    private final Map<String, Optional<URI>> allowed = new TreeMap<>();

    /**
     * Allows a host.
     *
     * @param text {@code api.github.com}, or {@code api.github.com=https://github.example.org/api}
     *     to ask another place instead
     * @throws IllegalArgumentException when it is neither
     */
    public Hosts allow(String text) {
        int equals = text.indexOf('=');
        String host = equals < 0 ? text : text.substring(0, equals);
        if (!host.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("it is no host, such as api.github.com");
        }
        Optional<URI> instead = Optional.empty();
        if (equals >= 0) {
            URI uri = URI.create(text.substring(equals + 1));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                throw new IllegalArgumentException("what is asked instead is no http address");
            }
            instead = Optional.of(uri);
        }
        allowed.put(host, instead);
        return this;
    }

    /** The address to ask in place of one of a rule; empty when its host is not allowed. */
    Optional<URI> permit(URI asked) {
        Optional<URI> instead = allowed.getOrDefault(asked.getHost(), Optional.empty());
        if (instead.isPresent()) {
            String base = instead.get().toString().replaceFirst("/+$", "");
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return Optional.of(URI.create(base + asked.getRawPath() + query));
        }
        boolean open = allowed.containsKey(asked.getHost()) && !isPrivate(asked.getHost());
        return open ? Optional.of(asked) : Optional.empty();
    }

    private static boolean isPrivate(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                byte first = address.getAddress()[0];
                boolean uniqueLocal = address.getAddress().length == 16 && (first & 0xfe) == 0xfc;
                if (address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || uniqueLocal) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return true; // nobody there to ask
        }
    }
}

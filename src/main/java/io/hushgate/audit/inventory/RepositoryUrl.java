package io.hushgate.audit.inventory;

import io.hushgate.config.ConfigurationProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Addresses of repositories that are fetched: by HTTPS, whose certificate is checked, or from disk.
 */
final class RepositoryUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RepositoryUrl() {}

    static URI parse(String text, Function<String, ConfigurationProblem> problem) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw problem.apply("not a URL: " + e.getReason()); // its input may hold a password
        }
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(url.getHost());
        if (url.getRawUserInfo() != null) {
            throw problem.apply(
                    "the URL holds credentials; take them out and name the variables under credentials");
        }
        boolean fetched =
                scheme.equals("https")
                        || scheme.equals("file")
                        || (scheme.equals("http") && LOOPBACK.contains(host));
        if (!fetched) {
            throw problem.apply(
                    "repositories are fetched by https:// or from file://; a clone on disk is a path");
        }
        return url;
    }
}

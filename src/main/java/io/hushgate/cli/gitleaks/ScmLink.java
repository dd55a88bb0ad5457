package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksFinding;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/**
 * Makes the address of a line in a commit on the service that hosts the repository.
 *
 * @param url of the repository there; empty when it is not known
 */
record ScmLink(Platform platform, String url) {
    /** Makes none. */
    static final ScmLink NONE = new ScmLink(Platform.NONE, "");

    private static final Pattern SSH =
            Pattern.compile("git@([a-zA-Z0-9.-]+):(?:\\d{1,5}/)?([\\w/.-]+?)(?:\\.git)?");

    /** The services and their forms of address. */
    enum Platform {
        GITHUB("github.com"),
        GITLAB("gitlab.com"),
        AZUREDEVOPS("dev.azure.com", "visualstudio.com"),
        GITEA("gitea.com", "code.forgejo.org", "codeberg.org"),
        BITBUCKET("bitbucket.org"),
        NONE();

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
        private final List<String> hosts;

        Platform(String... hosts) {
            this.hosts = List.of(hosts);
        }
    }

    /**
     * Finds the service by its name, or by the remote.
     *
     * @throws LeakProblem when there is no service of that name
     */
    static ScmLink of(Path repository, String name) {
        Optional<Platform> asked =
                name.isEmpty() || name.equals("unknown")
                        ? Optional.empty()
                        : Optional.of(named(name));
        if (asked.equals(Optional.of(Platform.NONE))) {
            return NONE;
        }
        try (Repository opened = Repositories.open(repository)) {
            String remote = opened.getConfig().getString("remote", "origin", "url");
            if (remote == null) {
                return NONE;
            }
            Matcher ssh = SSH.matcher(remote);
            String address =
                    ssh.matches() ? "https://" + ssh.group(1) + "/" + ssh.group(2) : remote;
            URI uri = new URI(address.replaceFirst("\\.git$", ""));
            URI plain =
                    new URI(
                            uri.getScheme(),
                            null,
                            uri.getHost(),
                            uri.getPort(),
                            uri.getPath(),
                            null,
                            null);
            return new ScmLink(asked.orElseGet(() -> byHost(uri.getHost())), plain.toString());
        } catch (URISyntaxException | IOException e) {
            return NONE;
        }
    }

    private static Platform named(String name) {
        try {
            return Platform.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new LeakProblem(
                    "--platform %s: use github, gitlab, azuredevops, gitea, bitbucket or none"
                            .formatted(name));
        }
    }

    private static Platform byHost(@org.jspecify.annotations.Nullable String host) {
        String lower = String.valueOf(host).toLowerCase(Locale.ROOT);
        for (Platform platform : Platform.values()) {
            if (platform.hosts.contains(lower)) {
                return platform;
            }
        }
        return Platform.NONE;
    }

    /** The address of a finding; empty where there is none. */
    String to(GitleaksFinding finding) {
        String commit = finding.commit().id();
        if (platform == Platform.NONE || commit.isEmpty()) {
            return "";
        }
        int inner = finding.file().indexOf('!');
        String outer = inner < 0 ? finding.file() : finding.file().substring(0, inner);
        String path = outer.replace("%", "%25").replace(" ", "%20");
        String lower = path.toLowerCase(Locale.ROOT);
        boolean rendered = lower.endsWith(".md") || lower.endsWith(".ipynb");
        boolean lines = inner < 0;
        int start = finding.startLine();
        int end = finding.endLine();
        return switch (platform) {
            case GITHUB ->
                    "%s/blob/%s/%s".formatted(url, commit, path)
                            + (lines && rendered ? "?plain=1" : "")
                            + (lines ? range("#L", start, "-L", end) : "");
            case GITLAB ->
                    "%s/blob/%s/%s".formatted(url, commit, path)
                            + (lines ? range("#L", start, "-", end) : "");
            case AZUREDEVOPS ->
                    "%s/commit/%s?path=/%s".formatted(url, commit, path)
                            + (lines
                                    ? range("&line=", start, "&lineEnd=", end)
                                            + "&lineStartColumn=1&lineEndColumn=10000000&type=2&lineStyle=plain&_a=files"
                                    : "");
            case GITEA ->
                    "%s/src/commit/%s/%s".formatted(url, commit, path)
                            + (lines && rendered ? "?display=source" : "")
                            + (lines ? range("#L", start, "-L", end) : "");
            case BITBUCKET ->
                    "%s/src/%s/%s".formatted(url, commit, path)
                            + (lines ? range("#lines-", start, ":", end) : "");
            case NONE -> "";
        };
    }

    private static String range(String before, int start, String between, int end) {
        return (start == 0 ? "" : before + start) + (end == start ? "" : between + end);
    }
}

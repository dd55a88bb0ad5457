package io.hushgate.estate.mention;

import io.hushgate.estate.fact.PlatformFact.Login;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses with a login in them: of databases and queues, and of git repositories. What is
 * kept is where they lead and as whom, never the password.
 *
 * <p>Every part of the pattern is bounded, so that the time is linear in the text. Source: RFC
 * 3986, 3.2.1.
 */
public final class LoginMentions {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\b([a-z][a-z0-9+]{1,15})://([^\\s:/@\"'<>]{0,128})(:[^\\s/@\"'<>]{1,256})?@"
                            + "([A-Za-z0-9][A-Za-z0-9.-]{0,252})(:\\d{1,5})?((?:/[\\w.-]{1,128}){0,3})");

    private static final Set<String> DATABASES =
            Set.of(
                    "postgres",
                    "postgresql",
                    "mysql",
                    "mariadb",
                    "mongodb",
                    "mongodb+srv",
                    "redis",
                    "rediss",
                    "amqp",
                    "amqps",
                    "sqlserver",
                    "clickhouse");

    private static final List<String> FORGES = List.of("github", "gitlab", "bitbucket", "gitea");

    private LoginMentions() {}

    /** Adds a fact for each address. */
    public static void read(Source source, Collector into) {
        String text = source.text();
        if (!text.contains("://") || text.indexOf('@') < 0) {
            return;
        }
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            kind(address).ifPresent(kind -> add(kind, address, source, into));
        }
    }

    private static Optional<String> kind(Matcher address) {
        String scheme = address.group(1);
        if (DATABASES.contains(scheme)) {
            return Optional.of("database");
        }
        String host = address.group(4).toLowerCase(Locale.ROOT);
        boolean forge =
                address.group(6).endsWith(".git") || FORGES.stream().anyMatch(host::contains);
        return forge && scheme.startsWith("http") ? Optional.of("git") : Optional.empty();
    }

    private static void add(String kind, Matcher address, Source source, Collector into) {
        String user = kind.equals("git") && address.group(3) == null ? "" : address.group(2);
        String path = address.group(6).replaceFirst("\\.git$", "");
        Place place = source.placeAt(address.start());
        into.add(
                new Login(
                        kind,
                        user,
                        List.of(),
                        address.group(4) + path,
                        place.line(),
                        into.at(place)));
    }
}

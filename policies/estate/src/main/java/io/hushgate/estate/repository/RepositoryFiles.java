package io.hushgate.estate.repository;

import io.hushgate.estate.fact.BuildFact.RepositoryFile;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells files by their names, and of some the lines that policies ask for. */
public final class RepositoryFiles {
    private static final int MAX_LINES = 400;
    private static final int MAX_LINE = 200;

    /** Names that stand for a file of this kind without being one. */
    private static final Pattern SAMPLE =
            Pattern.compile("(?:^|[._-])(?:example|sample|template|dist|tpl|tmpl|j2)(?:[._-]|$)");

    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\.env(?:\\.[\\w.-]+)?|[\\w-]+\\.env");
    private static final Pattern STATE =
            Pattern.compile(".*\\.tfstate(?:\\.backup|\\.\\d+\\.backup)?");
    private static final Pattern BACKUP = Pattern.compile(".*secrets?.*backup.*\\.json");
    private static final Pattern DECRYPTED =
            Pattern.compile(
                    ".*\\.(?:ya?ml|json|env|ini)\\.dec|.*\\.dec\\.(?:ya?ml|json)|.*\\.decrypted(?:\\..*)?");
    private static final Pattern STORE = Pattern.compile("(?:vault|raft)\\.db|.*\\.snap");
    private static final Pattern KEY =
            Pattern.compile(
                    ".*\\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk)|id_(?:rsa|dsa|ecdsa|ed25519)");
    private static final Pattern HOOK = Pattern.compile("^\\s*-?\\s*(?:repo|id):\\s*(\\S+)");

    private RepositoryFiles() {}

    /** The kind of a file by its name; empty for the others. */
    public static Optional<String> kindOf(String address) {
        String name =
                address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('!')) + 1)
                        .toLowerCase(Locale.ROOT);
        switch (name) {
            case "codeowners" -> {
                return Optional.of("owners");
            }
            case ".gitignore" -> {
                return Optional.of("git-ignore");
            }
            case ".pre-commit-config.yaml", "lefthook.yml" -> {
                return Optional.of("hooks");
            }
            default -> {}
        }
        if (name.endsWith(".dockerignore")) {
            return Optional.of("docker-ignore");
        }
        if (SAMPLE.matcher(name).find()) {
            return Optional.empty();
        }
        if (ENVIRONMENT.matcher(name).matches()) {
            return Optional.of("environment");
        }
        if (STATE.matcher(name).matches()) {
            return Optional.of("terraform-state");
        }
        if (BACKUP.matcher(name).matches()) {
            return Optional.of("loader-backup");
        }
        if (DECRYPTED.matcher(name).matches()) {
            return Optional.of("decrypted");
        }
        if (STORE.matcher(name).matches()) {
            return Optional.of("store-data");
        }
        return KEY.matcher(name).matches() ? Optional.of("key") : Optional.empty();
    }

    /** Adds the fact of a file of this kind. */
    public static void read(String kind, byte[] content, Collector into) {
        List<String> lines =
                switch (kind) {
                    case "owners", "git-ignore", "docker-ignore" -> entries(content);
                    case "hooks" -> hooks(content);
                    default -> List.of();
                };
        into.add(new RepositoryFile(kind, lines, into.at(Place.START)));
    }

    private static List<String> entries(byte[] content) {
        return text(content)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> line.length() <= MAX_LINE)
                .limit(MAX_LINES)
                .toList();
    }

    private static List<String> hooks(byte[] content) {
        return text(content)
                .lines()
                .map(HOOK::matcher)
                .filter(Matcher::lookingAt)
                .map(hook -> hook.group(1))
                .filter(hook -> hook.length() <= MAX_LINE)
                .limit(MAX_LINES)
                .toList();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}

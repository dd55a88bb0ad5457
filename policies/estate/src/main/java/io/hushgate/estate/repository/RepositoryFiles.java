package io.hushgate.estate.repository;

import io.hushgate.estate.fact.BuildFact.RepositoryFile;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private static final Set<String> KEY_ENDINGS =
            Set.of("pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk");
    private static final Set<String> KEY_NAMES =
            Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");
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
        Optional<String> kind = Optional.ofNullable(kindOfSecret(name));
        return kind.isPresent() && SAMPLE.matcher(name).find() ? Optional.empty() : kind;
    }

    /** Asked of each file of a tree: the expressions are tried where a plain look finds cause. */
    private static @Nullable String kindOfSecret(String name) {
        if (name.contains(".env") && ENVIRONMENT.matcher(name).matches()) {
            return "environment";
        }
        if (name.contains(".tfstate") && STATE.matcher(name).matches()) {
            return "terraform-state";
        }
        if (name.contains("secret") && BACKUP.matcher(name).matches()) {
            return "loader-backup";
        }
        if (name.contains(".dec") && DECRYPTED.matcher(name).matches()) {
            return "decrypted";
        }
        if (name.equals("vault.db") || name.equals("raft.db") || name.endsWith(".snap")) {
            return "store-data";
        }
        boolean key =
                KEY_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                        ? name.indexOf('.') >= 0
                        : KEY_NAMES.contains(name);
        return key ? "key" : null;
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

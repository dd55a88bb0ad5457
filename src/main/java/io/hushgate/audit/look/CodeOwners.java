package io.hushgate.audit.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns the files of a repository. The last pattern that matches wins; where GitLab's sections
 * divide the file, the last one of each section.
 *
 * @see <a
 *     href="https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners">GitHub,
 *     about code owners</a>
 * @see <a href="https://docs.gitlab.com/user/project/codeowners/reference/">GitLab, syntax of Code
 *     Owners</a>
 */
final class CodeOwners {
    /** Nobody owns anything. */
    static final CodeOwners NONE = new CodeOwners(List.of());

    private static final List<String> NAMES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    /** Above this GitHub does not read the file either. */
    private static final long MAX_BYTES = 3 << 20;

    private final List<Entry> entries;

    private CodeOwners(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(String section, OwnedPath path, List<String> owners) {}

    /** Reads the file where there is one; one that cannot be read names nobody. */
    static CodeOwners of(Path root) {
        Optional<Path> file =
                NAMES.stream()
                        .map(root::resolve)
                        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .findFirst();
        try {
            if (file.isEmpty() || Files.size(file.get()) > MAX_BYTES) {
                return NONE;
            }
            return parse(new String(Files.readAllBytes(file.get()), UTF_8));
        } catch (IOException e) {
            return NONE;
        }
    }

    static CodeOwners parse(String text) {
        List<Entry> entries = new ArrayList<>();
        String section = "";
        List<String> standing = List.of();
        for (String line : text.lines().toList()) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (stripped.startsWith("[") || stripped.startsWith("^[")) {
                int end = stripped.indexOf(']');
                if (end > 0) {
                    section = stripped.substring(stripped.indexOf('[') + 1, end);
                    standing = owners(words(stripped.substring(end + 1)), 0);
                    continue;
                }
            }
            List<String> words = words(stripped);
            List<String> named = owners(words, 1);
            entries.add(
                    new Entry(
                            section,
                            OwnedPath.parse(words.getFirst()),
                            named.isEmpty() ? standing : named));
        }
        return new CodeOwners(entries);
    }

    /** Words between blanks; a backslash makes a blank part of a word. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> owners(List<String> words, int from) {
        return words.stream()
                .skip(from)
                .takeWhile(word -> !word.startsWith("#"))
                .filter(word -> word.contains("@"))
                .toList();
    }

    /** The owners of what lies at an address, in the order of the file; none where nobody is. */
    List<String> of(Address address) {
        if (entries.isEmpty()) {
            return List.of();
        }
        String path = file(address);
        Map<String, List<String>> last = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.path().matches(path)) {
                last.put(entry.section(), entry.owners());
            }
        }
        Set<String> owners = new LinkedHashSet<>();
        last.values().forEach(owners::addAll);
        return List.copyOf(owners);
    }

    /** An archive's entry belongs to whom the archive belongs to. */
    private static String file(Address address) {
        return address instanceof Address.Inside(var outer, _) ? file(outer) : address.file();
    }
}

package io.hushgate.rules.gitleaks;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A {@code .gitleaksignore}: a fingerprint a line, {@code file:rule:line} or {@code
 * commit:file:rule:line}; empty lines and those that start with {@code #} do not count.
 */
public final class IgnoreFile {
    /** Looked for beside the target and in the working directory. */
    public static final String FILE_NAME = ".gitleaksignore";

    private final Set<String> fingerprints = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Reads files, those that exist.
     *
     * @throws GitleaksProblem when one cannot be read
     */
    public static IgnoreFile read(List<Path> files) {
        IgnoreFile ignore = new IgnoreFile();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                ignore.add(file);
            }
        }
        return ignore;
    }

    private void add(Path file) {
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String entry = line.strip();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    add(entry, file + ":" + number);
                }
            }
        } catch (MalformedInputException e) {
            throw new GitleaksProblem(file.toString(), "it is no UTF-8; convert it");
        } catch (IOException e) {
            throw new GitleaksProblem(file.toString(), "it cannot be read; check its permissions");
        }
    }

    private void add(String entry, String place) {
        String[] parts = entry.split(":", -1);
        int path = parts.length - 3;
        if (path < 0 || path > 1) {
            warnings.add(
                    place
                            + ": an entry is file:rule:line or commit:file:rule:line; this one does nothing");
            return;
        }
        parts[path] = parts[path].replace('\\', '/');
        fingerprints.add(String.join(":", Arrays.asList(parts)));
    }

    /** Lines that are no entries. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The entries, sorted. */
    List<String> entries() {
        return fingerprints.stream().sorted().toList();
    }

    /** How many entries there are. */
    public int size() {
        return fingerprints.size();
    }

    /** Tells whether a place is ignored, in every commit or in this one. */
    public boolean ignores(String commit, String file, String rule, int line) {
        String anywhere = "%s:%s:%d".formatted(file, rule, line);
        return fingerprints.contains(anywhere)
                || (!commit.isEmpty() && fingerprints.contains(commit + ":" + anywhere));
    }
}

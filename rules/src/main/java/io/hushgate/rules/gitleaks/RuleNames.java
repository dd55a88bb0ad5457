package io.hushgate.rules.gitleaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What gitleaks' default configuration (8.30) calls a credential and what the shipped rules call
 * it, so that ignore files, baselines, {@code disabledRules} and {@code targetRules} that name its
 * rules go on to hold. {@code names.txt} lists what differs; equal names need no line.
 */
final class RuleNames {
    private static final Map<String, List<String>> OURS = new HashMap<>();
    private static final Map<String, List<String>> THEIRS = new HashMap<>();

    static {
        for (String line : lines()) {
            String[] names = line.split(" ");
            for (int i = 1; i < names.length; i++) {
                OURS.computeIfAbsent(names[0], _ -> new ArrayList<>()).add(names[i]);
                THEIRS.computeIfAbsent(names[i], _ -> new ArrayList<>()).add(names[0]);
            }
        }
    }

    private RuleNames() {}

    private static List<String> lines() {
        try (InputStream in = RuleNames.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without names.txt");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped rules that look for what a rule of gitleaks' defaults looks for. */
    static List<String> ours(String id) {
        return and(id, OURS);
    }

    /** The names under which gitleaks may have told a finding of a shipped rule. */
    static List<String> theirs(String id) {
        return and(id, THEIRS);
    }

    private static List<String> and(String id, Map<String, List<String>> others) {
        List<String> names = new ArrayList<>(List.of(id));
        names.addAll(others.getOrDefault(id, List.of()));
        return List.copyOf(names);
    }
}

package io.hushgate.estate.usage;

import io.hushgate.estate.acl.Acl;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.acl.Stanza;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.PolicyText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The least policy that the evidence needs, as HCL: sorted, a stanza for each path, with what needs
 * it in a comment.
 *
 * <p>What was written is read again and evaluated: every need must be met, and of all paths that
 * are known to hold something no other may be read, but those that a generalised stanza names.
 *
 * @param text with a line end
 * @param open needs that cannot be written because a part of their path is not known
 * @param opened paths that a generalised stanza opens beside the used ones
 * @param refused how many paths of the inventory stay shut
 */
public record MinimalPolicy(
        String text, List<Need> open, List<String> opened, int refused, List<String> changes) {
    /** More paths than this in one folder become one stanza for the folder. */
    private static final int MOST_EXACT = 8;

    /** Below mount, {@code data} and one more segment; anything above is for people to decide. */
    private static final int LEAST_SEGMENTS = 3;

    private static final int MOST_EVIDENCE = 4;

    public MinimalPolicy {
        open = List.copyOf(open);
        opened = List.copyOf(opened);
        changes = List.copyOf(changes);
    }

    /** One stanza in the making. */
    private static final class Draft {
        final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        final Set<String> reasons = new TreeSet<>();
        final Set<String> paths = new TreeSet<>();

        void add(Need need) {
            capabilities.addAll(need.capabilities());
            reasons.add(reason(need));
            paths.add(need.path());
        }

        void add(Draft other) {
            capabilities.addAll(other.capabilities);
            reasons.addAll(other.reasons);
            paths.addAll(other.paths);
        }
    }

    /**
     * Writes the policy of a review.
     *
     * @param inventory paths that are known to hold something
     */
    public static MinimalPolicy of(
            GrantReview review, Collection<String> inventory, Dialect dialect) {
        Map<String, Draft> stanzas = new TreeMap<>();
        List<Need> open = new ArrayList<>();
        List<Need> written = new ArrayList<>();
        for (Need need : review.needs()) {
            if (!need.isEvaluated() || hasPatternSigns(need.path())) {
                open.add(need);
            } else {
                stanzas.computeIfAbsent(need.path(), _ -> new Draft()).add(need);
                written.add(need);
            }
        }
        Map<String, Draft> generalised = generalised(stanzas);
        String text = text(review, generalised, open);
        Acl acl = read(text, dialect);
        return verified(review, text, acl, written, open, generalised, inventory);
    }

    private static boolean hasPatternSigns(String path) {
        return path.endsWith("*")
                || path.equals("+")
                || path.startsWith("+/")
                || path.contains("/+");
    }

    /** Many paths of one folder become one stanza, where the folder is deep enough. */
    private static Map<String, Draft> generalised(Map<String, Draft> stanzas) {
        Map<String, List<String>> byFolder =
                stanzas.keySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        path -> path.substring(0, path.lastIndexOf('/') + 1),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, Draft> result = new TreeMap<>();
        byFolder.forEach((folder, paths) -> {
            long segments = folder.chars().filter(c -> c == '/').count();
            boolean many = paths.size() > MOST_EXACT && segments >= LEAST_SEGMENTS;
            for (String path : paths) {
                Draft draft = stanzas.getOrDefault(path, new Draft());
                result.computeIfAbsent(many ? folder + "*" : path, _ -> new Draft()).add(draft);
            }
        });
        return result;
    }

    private static String text(GrantReview review, Map<String, Draft> stanzas, List<Need> open) {
        StringBuilder text = new StringBuilder();
        text.append("# The least that is known to be needed by ")
                .append(comment(review.grants().holder().node().toString()))
                .append('\n');
        for (Need need : open) {
            text.append("# not written, for its path is not known as a whole: ")
                    .append(comment(need.path() + " " + reason(need)))
                    .append('\n');
        }
        stanzas.forEach((path, draft) -> {
            text.append('\n');
            if (path.endsWith("*")) {
                text.append("# %d paths of this folder are used\n".formatted(draft.paths.size()));
            }
            draft.reasons.stream()
                    .limit(MOST_EVIDENCE)
                    .forEach(reason -> text.append("# ").append(comment(reason)).append('\n'));
            if (draft.reasons.size() > MOST_EVIDENCE) {
                text.append("# and %d more\n".formatted(draft.reasons.size() - MOST_EVIDENCE));
            }
            text.append("path \"%s\" {\n  capabilities = [".formatted(quoted(path)))
                    .append(
                            draft.capabilities.stream()
                                    .map(one -> '"' + one.text() + '"')
                                    .sorted()
                                    .collect(Collectors.joining(", ")))
                    .append("]\n}\n");
        });
        return text.toString();
    }

    private static String reason(Need need) {
        String often = need.count() == 0 ? "" : ", %d times".formatted(need.count());
        String last = need.lastSeen().isEmpty() ? "" : ", last " + need.lastSeen();
        return "used by %s via %s %s%s%s"
                .formatted(need.who(), need.via(), need.at().place(), often, last);
    }

    /** A comment ends with its line, whatever a name in it holds. */
    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String quoted(String path) {
        return path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static Acl read(String text, Dialect dialect) {
        PolicyText policy = PolicyText.read(Source.of(text), Limits.DEFAULT);
        if (!policy.problems().isEmpty()) {
            throw new IllegalStateException("a policy of our own: " + policy.problems());
        }
        Provenance at = new Provenance("generated", 1, 1, Confidence.HIGH);
        return Acl.of(
                policy.rules().stream().map(rule -> new Stanza("generated", rule, at)).toList(),
                dialect);
    }

    private static MinimalPolicy verified(
            GrantReview review,
            String text,
            Acl acl,
            List<Need> written,
            List<Need> open,
            Map<String, Draft> stanzas,
            Collection<String> inventory) {
        Set<String> used = new TreeSet<>();
        for (Need need : written) {
            used.add(need.path());
            if (!need.isMetBy(acl)) {
                throw new IllegalStateException(
                        "the generated policy refuses %s on %s"
                                .formatted(need.operation(), need.path()));
            }
        }
        List<String> opened = new ArrayList<>();
        int refused = 0;
        for (String path : inventory) {
            if (used.contains(path)) {
                continue;
            }
            boolean allowed = acl.decide(Operation.READ, path).allowed();
            String folder = path.substring(0, path.lastIndexOf('/') + 1) + "*";
            if (allowed && !stanzas.containsKey(folder)) {
                boolean above = stanzas.keySet().stream().anyMatch(one -> covers(one, path));
                if (!above) {
                    throw new IllegalStateException("the generated policy opens " + path);
                }
            }
            if (allowed) {
                opened.add(path);
            } else {
                refused++;
            }
        }
        return new MinimalPolicy(text, open, opened, refused, changes(review, acl));
    }

    private static boolean covers(String pattern, String path) {
        return pattern.endsWith("*") && path.startsWith(pattern.substring(0, pattern.length() - 1));
    }

    /** What goes and what comes, against the policies as they are. */
    private static List<String> changes(GrantReview review, Acl acl) {
        Map<String, String> before = lines(review.grants().acl());
        Map<String, String> after = lines(acl);
        List<String> changes = new ArrayList<>();
        before.forEach((path, line) -> {
            if (!line.equals(after.get(path))) {
                changes.add("- " + line);
            }
        });
        after.forEach((path, line) -> {
            if (!line.equals(before.get(path))) {
                changes.add("+ " + line);
            }
        });
        return changes;
    }

    private static Map<String, String> lines(Acl acl) {
        Map<String, String> lines = new TreeMap<>();
        for (Grant grant : acl.grants()) {
            String capabilities =
                    grant.capabilities().stream()
                            .map(Capability::text)
                            .sorted()
                            .collect(Collectors.joining(", "));
            lines.put(
                    grant.pattern().toString(), "%s [%s]".formatted(grant.pattern(), capabilities));
        }
        return lines;
    }
}

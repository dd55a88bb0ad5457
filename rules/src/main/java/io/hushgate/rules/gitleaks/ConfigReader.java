package io.hushgate.rules.gitleaks;

import io.hushgate.rules.gitleaks.GitleaksRule.Required;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * Reads one configuration and, at most {@value #MAX_EXTENDS} deep, those that it extends. The file
 * that extends wins; its keywords, tags and allowlists are added to those of the base.
 */
final class ConfigReader {
    private static final int MAX_EXTENDS = 2;

    private final String name;
    private final Map<String, GitleaksRule> rules = new LinkedHashMap<>();
    private final List<Allowlist> allowlists = new ArrayList<>();
    private final Map<String, List<Allowlist>> targeted = new LinkedHashMap<>();
    private final Set<String> disabled = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean withShipped;

    ConfigReader(String name) {
        this.name = name;
    }

    GitleaksConfig read(String text) {
        readFile(text, 0);
        List<GitleaksRule> whole = new ArrayList<>();
        List<GitleaksRule> refinements = new ArrayList<>();
        for (GitleaksRule rule : rules.values()) {
            check(rule);
            GitleaksRule full = rule.with(targeted.getOrDefault(rule.id(), List.of()));
            (rule.isWhole() ? whole : refinements).add(full);
        }
        targeted.forEach((id, lists) -> {
            if (!rules.containsKey(id)) {
                refinements.add(refinement(id, lists));
            }
        });
        if (whole.isEmpty() && !withShipped) {
            throw new GitleaksProblem(
                    name,
                    "it has no rule and extends none, so nothing would be found; add [extend] with useDefault = true");
        }
        whole.forEach(rule -> Review.rule(rule, warnings));
        return new GitleaksConfig(
                name, whole, refinements, allowlists, withShipped, disabled, warnings);
    }

    private GitleaksRule refinement(String id, List<Allowlist> lists) {
        if (!withShipped) {
            throw new GitleaksProblem(
                    name,
                    "[[allowlists]] has the target rule %s, which is not there".formatted(id));
        }
        return new GitleaksRule(
                id,
                "",
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                List.of(),
                false,
                List.of(),
                lists);
    }

    private void check(GitleaksRule rule) {
        if (!rule.isWhole() && !withShipped) {
            throw new GitleaksProblem(
                    name,
                    "rule %s has neither regex nor path, so it would find nothing; give it one"
                            .formatted(rule.id()));
        }
        int groups = rule.regex().map(GoRegex::groups).orElse(0);
        if (rule.regex().isPresent() && rule.secretGroup() > groups) {
            throw new GitleaksProblem(
                    name,
                    "rule %s takes the secret from group %d, and its regex has %d"
                            .formatted(rule.id(), rule.secretGroup(), groups));
        }
        for (Required required : rule.required()) {
            if (!rules.containsKey(required.rule())) {
                throw new GitleaksProblem(
                        name,
                        "rule %s requires the rule %s, which is not there"
                                .formatted(rule.id(), required.rule()));
            }
        }
    }

    private void readFile(String text, int depth) {
        TomlParseResult parsed = Toml.parse(text);
        if (parsed.hasErrors()) {
            TomlParseError first = parsed.errors().getFirst();
            throw new GitleaksProblem(
                    name + ":" + first.position().line(), String.valueOf(first.getMessage()));
        }
        TomlNode root = new TomlNode(name, parsed, TomlPosition.positionAt(1, 1));
        root.text("title");
        root.text("description");
        root.text("minVersion");
        Map<String, GitleaksRule> own = new LinkedHashMap<>();
        for (TomlNode node : root.children("rules")) {
            GitleaksRule rule = rule(node);
            if (own.put(rule.id(), rule) != null) {
                warn(node, "rule %s is there twice, and only the last counts".formatted(rule.id()));
            }
        }
        readAllowlists(root);
        own.values().forEach(rule -> rules.merge(rule.id(), rule, GitleaksRule::over));
        Optional<TomlNode> extend = root.child("extend");
        if (extend.isPresent() && depth < MAX_EXTENDS) {
            extend(extend.get(), depth);
        }
        warnOfUnknown(root, "the configuration");
        if (depth == 0 && !withShipped && extend.isEmpty()) {
            warn(
                    root,
                    "its %d rules replace the default ones; [extend] with useDefault = true keeps those"
                            .formatted(own.size()));
        }
    }

    private void extend(TomlNode extend, int depth) {
        String path = extend.text("path");
        boolean shipped = extend.truth("useDefault");
        if (!path.isEmpty() && shipped) {
            throw extend.problem("[extend] has both path and useDefault; keep one");
        }
        if (!extend.text("url").isEmpty()) {
            warn(
                    extend,
                    "extend.url does nothing, in gitleaks neither; fetch the file and use path");
        }
        List<String> off = extend.texts("disabledRules");
        warnOfUnknown(extend, "[extend]");
        if (shipped) {
            withShipped = true;
            disabled.addAll(off);
        }
        if (path.isEmpty()) {
            return;
        }
        ConfigReader base = new ConfigReader(path);
        try {
            base.readFile(Files.readString(Path.of(path)), depth + 1);
        } catch (IOException e) {
            throw extend.problem(
                    "the configuration %s that it extends cannot be read; the path is relative to the working directory"
                            .formatted(path));
        }
        for (String id : off) {
            if (base.rules.remove(id) == null) {
                warn(extend, "disabledRules names %s, which %s does not have".formatted(id, path));
            }
        }
        base.rules.forEach((id, rule) -> rules.merge(id, rule, (over, under) -> over.over(under)));
        allowlists.addAll(base.allowlists);
        withShipped |= base.withShipped;
        disabled.addAll(base.disabled);
        warnings.addAll(base.warnings);
    }

    private GitleaksRule rule(TomlNode node) {
        String id = node.text("id");
        if (id.isBlank()) {
            throw node.problem("the rule has no id; give it one");
        }
        GitleaksRule rule =
                new GitleaksRule(
                        id,
                        node.text("description"),
                        regex(node, "regex"),
                        regex(node, "path"),
                        node.count("secretGroup").orElse(0),
                        node.number("entropy"),
                        List.copyOf(Allowlist.lowerCase(node.texts("keywords"))),
                        node.texts("tags"),
                        node.truth("skipReport"),
                        node.children("required").stream().map(ConfigReader::required).toList(),
                        ruleAllowlists(node, id));
        warnOfUnknown(node, "rule " + id);
        return rule;
    }

    private static Required required(TomlNode node) {
        String id = node.text("id");
        if (id.isEmpty()) {
            throw node.problem("[[rules.required]] names no rule; give it an id");
        }
        return new Required(id, node.count("withinLines"), node.count("withinColumns"));
    }

    private List<Allowlist> ruleAllowlists(TomlNode node, String id) {
        List<TomlNode> lists = lists(node);
        List<Allowlist> read = new ArrayList<>();
        for (TomlNode list : lists) {
            read.add(allowlist(list, "an allowlist of rule " + id));
        }
        return read;
    }

    private void readAllowlists(TomlNode root) {
        for (TomlNode list : lists(root)) {
            List<String> targets = list.texts("targetRules");
            Allowlist allowlist = allowlist(list, "an allowlist");
            if (targets.isEmpty()) {
                allowlists.add(allowlist);
            }
            targets.forEach(
                    id -> targeted.computeIfAbsent(id, _ -> new ArrayList<>()).add(allowlist));
        }
    }

    /** The tables of both spellings, of which only one may be used. */
    private static List<TomlNode> lists(TomlNode node) {
        if (!node.has("allowlist")) {
            return node.children("allowlists");
        }
        if (node.has("allowlists")) {
            throw node.problem("allowlist and allowlists exclude each other; keep [[allowlists]]");
        }
        return node.child("allowlist").stream().toList();
    }

    private Allowlist allowlist(TomlNode node, String what) {
        node.text("description");
        Allowlist read =
                new Allowlist(
                        isAnd(node),
                        Allowlist.lowerCase(
                                node.texts("commits").stream().map(String::strip).toList()),
                        regexes(node, "paths"),
                        target(node),
                        regexes(node, "regexes"),
                        Allowlist.lowerCase(node.texts("stopWords")));
        boolean empty =
                read.commits().isEmpty()
                        && read.paths().isEmpty()
                        && read.regexes().isEmpty()
                        && read.stopWords().isEmpty();
        if (empty) {
            throw node.problem(
                    what + " has none of commits, paths, regexes and stopwords; add one");
        }
        warnOfUnknown(node, what);
        Review.allowlist(read, node.place() + ": " + what, warnings);
        return read;
    }

    private static boolean isAnd(TomlNode node) {
        return switch (node.text("condition").toUpperCase(Locale.ROOT)) {
            case "AND", "&&" -> true;
            case "", "OR", "||" -> false;
            default -> throw node.problem("condition is neither AND nor OR");
        };
    }

    private static Allowlist.Target target(TomlNode node) {
        return switch (node.text("regexTarget")) {
            case "", "secret" -> Allowlist.Target.SECRET;
            case "match" -> Allowlist.Target.MATCH;
            case "line" -> Allowlist.Target.LINE;
            default -> throw node.problem("regexTarget is neither secret, match nor line");
        };
    }

    private static Optional<GoRegex> regex(TomlNode node, String key) {
        String source = node.text(key);
        return source.isEmpty() ? Optional.empty() : Optional.of(compile(node, key, source));
    }

    private static List<GoRegex> regexes(TomlNode node, String key) {
        return node.texts(key).stream().map(source -> compile(node, key, source)).toList();
    }

    private static GoRegex compile(TomlNode node, String key, String source) {
        try {
            return GoRegex.compile(source);
        } catch (IllegalArgumentException e) {
            throw node.problem("%s is no expression of RE2: %s".formatted(key, e.getMessage()));
        }
    }

    private void warnOfUnknown(TomlNode node, String what) {
        for (String key : node.unknownKeys()) {
            warn(node, "%s has the key %s, which does nothing".formatted(what, key));
        }
    }

    private void warn(TomlNode node, String what) {
        warnings.add(node.place() + ": " + what);
    }
}

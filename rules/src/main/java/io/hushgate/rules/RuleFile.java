package io.hushgate.rules;

import io.hushgate.core.RuleId;
import io.hushgate.core.match.RuleSet;
import io.hushgate.core.rule.RuleProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads rule files: YAML lists of rules, in the form that {@code src/docs/rule-files.md} describes.
 * Every entry that is returned could be compiled.
 */
public final class RuleFile {
    private RuleFile() {}

    /**
     * Reads a rule file.
     *
     * @throws RuleFileProblem when it cannot be read or one of its rules cannot be used
     */
    public static List<RuleEntry> read(Path path) {
        String name = path.toString().replace('\\', '/');
        try {
            if (Files.size(path) > YamlFile.MAX_BYTES) {
                throw new RuleFileProblem(
                        name, 0, "has more than %d bytes; split it".formatted(YamlFile.MAX_BYTES));
            }
            return read(name, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new RuleFileProblem(name, 0, "there is no such file; check the path");
        } catch (IOException e) {
            throw new RuleFileProblem(name, 0, "cannot be read; check that it is a readable file");
        }
    }

    /**
     * Reads the bytes of a rule file.
     *
     * @param name how messages call the file
     */
    public static List<RuleEntry> read(String name, byte[] bytes) {
        List<RuleEntry> entries = parse(name, bytes);
        check(entries);
        return entries;
    }

    /** Reads without compiling patterns; the caller checks all files together. */
    static List<RuleEntry> parse(String name, byte[] bytes) {
        YamlFile file = new YamlFile(name);
        List<RuleEntry> entries = new ArrayList<>();
        for (Node item : file.items(text(file, bytes))) {
            entries.add(new RuleReader(file, item).read());
        }
        return List.copyOf(entries);
    }

    /**
     * Compiles every rule, each by itself so that the message names its line.
     *
     * @throws RuleFileProblem for the first rule that cannot be used
     */
    static void check(List<RuleEntry> entries) {
        Map<RuleId, RuleEntry> seen = new HashMap<>();
        for (RuleEntry entry : entries) {
            RuleEntry first = seen.putIfAbsent(entry.rule().id(), entry);
            if (first != null) {
                throw new RuleFileProblem(
                        entry.file(),
                        entry.line(),
                        "rule %s has the id of the rule at %s; rename one"
                                .formatted(entry.rule().id(), first.place()));
            }
            compile(entry);
        }
    }

    private static void compile(RuleEntry entry) {
        try {
            var _ = RuleSet.compile(List.of(Unpaired.of(entry.rule())));
        } catch (RuleProblem e) {
            throw new RuleFileProblem(entry.file(), entry.line(), String.valueOf(e.getMessage()));
        }
    }

    private static String text(YamlFile file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw file.problem(0, "is not UTF-8; save it as UTF-8");
        }
    }
}

package io.hushgate.cli.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command as shells complete it: its words, what may follow them, and one line about each. */
record Described(List<String> words, CommandSpec spec) {
    Described {
        words = List.copyOf(words);
    }

    /**
     * All commands below and with the root, sorted by their words; each once, under its own name.
     */
    static List<Described> all(CommandLine root) {
        Map<String, Described> all = new TreeMap<>();
        add(List.of(), root, all);
        return List.copyOf(all.values());
    }

    private static void add(List<String> words, CommandLine line, Map<String, Described> all) {
        all.put(String.join(" ", words), new Described(words, line.getCommandSpec()));
        for (CommandLine inner : commandsOf(line)) {
            List<String> deeper = new ArrayList<>(words);
            deeper.add(inner.getCommandName());
            add(deeper, inner, all);
        }
    }

    private static Collection<CommandLine> commandsOf(CommandLine line) {
        Map<String, CommandLine> byName = new TreeMap<>();
        line.getSubcommands().values().stream()
                .filter(inner -> !inner.getCommandSpec().usageMessage().hidden())
                .forEach(inner -> byName.put(inner.getCommandName(), inner));
        return byName.values();
    }

    /** The words with the program's name before them, joined. */
    String title(String joint) {
        return String.join(joint, words.isEmpty() ? List.of(root()) : prepended(root(), words));
    }

    private static List<String> prepended(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private String root() {
        return spec.root().name();
    }

    /** The commands that may follow. */
    List<Described> inner() {
        return commandsOf(spec.commandLine()).stream()
                .map(line -> {
                    List<String> deeper = new ArrayList<>(words);
                    deeper.add(line.getCommandName());
                    return new Described(deeper, line.getCommandSpec());
                })
                .toList();
    }

    String name() {
        return words.isEmpty() ? root() : words.getLast();
    }

    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    /**
     * The first sentence of the description, on one line, without markup and without a full stop.
     */
    String summary() {
        return firstSentence(spec.usageMessage().description());
    }

    static String summary(ArgSpec argument) {
        return firstSentence(argument.description());
    }

    private static String firstSentence(String... lines) {
        String text = plain(String.join(" ", lines)).strip();
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Text without picocli's markup and formats. */
    static String plain(String text) {
        return CommandLine.Help.Ansi.OFF.string(text.replace("%n", " ").replace("%%", "%"));
    }

    /** The values that an argument takes, when it takes one of few. */
    static List<String> values(ArgSpec argument) {
        Object[] constants = argument.auxiliaryTypes()[0].getEnumConstants();
        if (constants != null) {
            return Arrays.stream(constants)
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .toList();
        }
        List<String> values = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(values::add);
        }
        return values;
    }

    static boolean takesFile(ArgSpec argument) {
        return Arrays.asList(argument.auxiliaryTypes()).contains(Path.class)
                || argument.paramLabel().matches(".*(FILE|DIR|PATH|TARGET|BUNDLE).*");
    }
}

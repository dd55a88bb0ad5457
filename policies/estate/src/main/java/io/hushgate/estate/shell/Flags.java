package io.hushgate.estate.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The arguments of a command, sorted into flags and operands. {@code -flag=value}, {@code -flag
 * value} and both with two dashes are the same; a flag that is named as one without value takes
 * none.
 *
 * @param values by flag without its dashes, in the order of the words
 */
record Flags(Map<String, List<Word>> values, List<Word> operands) {

    static Flags of(List<Word> words, Set<String> withoutValue) {
        Map<String, List<Word>> values = new TreeMap<>();
        List<Word> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            String text = word.text();
            if (!text.startsWith("-") || text.equals("-") || text.equals("--")) {
                operands.add(word);
                continue;
            }
            String name = text.replaceFirst("^--?", "");
            int equals = name.indexOf('=');
            if (equals >= 0) {
                int offset = text.length() - name.length() + equals + 1;
                put(values, name.substring(0, equals), part(word, offset));
            } else if (!withoutValue.contains(name)
                    && i + 1 < words.size()
                    && !words.get(i + 1).text().startsWith("-")) {
                put(values, name, words.get(++i));
            } else {
                put(values, name, part(word, text.length()));
            }
        }
        return new Flags(values, operands);
    }

    private static void put(Map<String, List<Word>> values, String name, Word value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private static Word part(Word word, int offset) {
        var value = word.from(offset);
        return new Word(value.text(), word.expands(), value.origin());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The last value of the first flag that is given, or {@code ""}. */
    String text(String... names) {
        for (String name : names) {
            if (has(name)) {
                return values.getOrDefault(name, List.of()).getLast().text();
            }
        }
        return "";
    }

    List<Word> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<Word> operand(int index) {
        return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
    }
}

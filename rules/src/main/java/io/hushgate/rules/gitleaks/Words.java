package io.hushgate.rules.gitleaks;

import io.hushgate.core.match.WordFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The keywords and literals of all rules, to be found in a text in one pass. */
final class Words {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> beyondAscii = new ArrayList<>();
    private final WordFinder finder;

    Words(List<GitleaksRule> rules) {
        List<String> plain = new ArrayList<>();
        for (GitleaksRule rule : rules) {
            rule.keywords().forEach(word -> add(word, plain));
            rule.regex().ifPresent(regex -> regex.literals().forEach(text -> add(text, plain)));
        }
        this.finder = WordFinder.of(plain);
    }

    private void add(String word, List<String> plain) {
        boolean ascii = !word.isEmpty() && word.chars().allMatch(c -> c < 0x80);
        if (!ascii) {
            beyondAscii.add(word);
        } else if (numbers.putIfAbsent(word, plain.size()) == null) {
            plain.add(word);
        }
    }

    /** Where the words are in a text. */
    Places in(String text) {
        Places places = new Places();
        finder.each(onePerCharacter(text), places::add);
        String lower = beyondAscii.isEmpty() ? "" : text.toLowerCase(Locale.ROOT);
        beyondAscii.stream().filter(lower::contains).forEach(places.others::add);
        return places;
    }

    /** A byte for each character, so that offsets are the same; others than ASCII are no words. */
    private static byte[] onePerCharacter(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c < 0x80 ? (byte) c : (byte) 0x80;
        }
        return bytes;
    }

    /** What was found in one text. */
    final class Places {
        private final BitSet present = new BitSet();
        private final Set<String> others = new java.util.HashSet<>();
        private long[] hits = new long[16];
        private int count;
        private boolean sorted;

        private void add(int word, int end) {
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, 2 * count);
            }
            hits[count++] = (long) word << 32 | end;
            present.set(word);
        }

        /** Tells whether one of the keywords occurs; always when there are none. */
        boolean wake(GitleaksRule rule) {
            return rule.keywords().isEmpty() || rule.keywords().stream().anyMatch(this::occurs);
        }

        private boolean occurs(String word) {
            Integer number = numbers.get(word);
            return number == null ? others.contains(word) : present.get(number);
        }

        /** Where the texts begin, in order. */
        int[] starts(Set<String> texts) {
            if (!sorted) {
                Arrays.sort(hits, 0, count);
                sorted = true;
            }
            int[] starts = new int[16];
            int found = 0;
            for (String text : texts) {
                Integer number = numbers.get(text);
                if (number == null || !present.get(number)) {
                    continue;
                }
                int i = Arrays.binarySearch(hits, 0, count, (long) number << 32);
                for (i = i < 0 ? -i - 1 : i; i < count && hits[i] >>> 32 == number; i++) {
                    if (found == starts.length) {
                        starts = Arrays.copyOf(starts, 2 * found);
                    }
                    starts[found++] = (int) hits[i] - text.length();
                }
            }
            int[] all = Arrays.copyOf(starts, found);
            Arrays.sort(all);
            return all;
        }
    }
}

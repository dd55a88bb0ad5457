package io.hushgate.estate.shell;

import java.util.List;

/**
 * A {@code for} loop over words that stand in the script.
 *
 * @param variable its name
 * @param values what it takes, one after the other
 */
record Loop(String variable, List<String> values) {
    Loop {
        values = List.copyOf(values);
    }

    /** A word with the variable replaced. */
    Word fill(Word word, String value) {
        if (!word.expands()) {
            return word;
        }
        String text =
                word.text()
                        .replace("${" + variable + "}", value)
                        .replaceAll("\\$" + variable + "(?![A-Za-z0-9_])", "\u0000")
                        .replace("\u0000", value);
        return text.equals(word.text())
                ? word
                : new Word(text, text.contains("$") || text.contains("`"), word.origin());
    }
}

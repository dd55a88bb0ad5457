package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words of a text: their case, their initials, their lines. */
final class Wordings {
    private Wordings() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("title", call -> Datum.text(eachWord(call.text(0), true)));
        functions.put("untitle", call -> Datum.text(eachWord(call.text(0), false)));
        functions.put("swapcase", call -> Datum.text(swapped(call.text(0))));
        functions.put("initials", Wordings::initials);
        functions.put("snakecase", call -> Datum.text(String.join("_", words(call.text(0)))));
        functions.put("kebabcase", call -> Datum.text(String.join("-", words(call.text(0)))));
        functions.put("camelcase", Wordings::camelCase);
        functions.put("plural", call -> call.whole(2) == 1 ? call.at(0) : call.at(1));
        functions.put("wrap", call -> wrapped(call, call.count(0), "\n", call.text(1)));
        functions.put("wrapWith", call -> wrapped(call, call.count(0), call.text(1), call.text(2)));
    }

    private static String eachWord(String text, boolean upper) {
        StringBuilder out = new StringBuilder(text);
        boolean begins = true;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (begins) {
                out.setCharAt(i, upper ? Character.toTitleCase(c) : Character.toLowerCase(c));
            }
            begins = upper ? !(Character.isLetterOrDigit(c) || c == '_' || c == '\'') : c == ' ';
        }
        return out.toString();
    }

    private static String swapped(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            out.setCharAt(
                    i,
                    Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return out.toString();
    }

    private static Datum initials(Call call) {
        StringBuilder out = new StringBuilder();
        for (String word : call.text(0).strip().split("\\s+", -1)) {
            out.append(word.isEmpty() ? "" : word.charAt(0));
        }
        return Datum.text(out.toString());
    }

    /** Lower-case words: cut at blanks, dashes, underscores and humps. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean divides = c == '_' || c == '-' || c == ' ';
            if (divides || startsHump(text, i)) {
                flush(word, words);
            }
            if (!divides) {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    private static boolean startsHump(String text, int i) {
        if (i == 0 || !Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(text.charAt(i - 1));
        boolean beforeLower = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return afterLower || beforeLower;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static Datum camelCase(Call call) {
        StringBuilder out = new StringBuilder();
        for (String word : call.text(0).split("[_\\- ]+", -1)) {
            if (!word.isEmpty()) {
                out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return Datum.text(out.toString());
    }

    /** Lines no longer than so many characters, where words allow. */
    private static Datum wrapped(Call call, int width, String separator, String text) {
        call.budget().text((long) text.length() * Math.max(1, separator.length()));
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                out.append(separator);
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return Datum.text(out.toString());
    }
}

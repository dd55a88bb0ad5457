package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.GoPrinter;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.rego.builtin.format.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts: cut, joined, quoted, indented. */
final class Texts {
    private static final String BLANKS = " \t\n\u000b\f\r\u0085\u00a0";

    private Texts() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("quote", Texts::quote);
        functions.put("squote", Texts::squote);
        functions.put("toString", call -> Datum.text(call.text(0)));
        functions.put("cat", Texts::cat);
        functions.put("indent", call -> Datum.text(indented(call)));
        functions.put("nindent", call -> Datum.text("\n" + indented(call)));
        functions.put("upper", call -> Datum.text(call.text(0).toUpperCase(Locale.ROOT)));
        functions.put("lower", call -> Datum.text(call.text(0).toLowerCase(Locale.ROOT)));
        functions.put("trim", call -> Datum.text(trimmed(call.text(0), BLANKS, true, true)));
        functions.put("trimAll", call -> trimAll(call));
        functions.put("trimall", call -> trimAll(call));
        functions.put("trimPrefix", Texts::trimPrefix);
        functions.put("trimSuffix", Texts::trimSuffix);
        functions.put("trunc", Texts::truncated);
        functions.put("substr", Texts::substring);
        functions.put("abbrev", Texts::abbreviated);
        functions.put("nospace", call -> Datum.text(call.text(0).replaceAll("\\s+", "")));
        functions.put("repeat", Texts::repeated);
        functions.put("replace", Texts::replaced);
        functions.put("contains", call -> Truth.of(call.text(1).contains(call.text(0))));
        functions.put("hasPrefix", call -> Truth.of(call.text(1).startsWith(call.text(0))));
        functions.put("hasSuffix", call -> Truth.of(call.text(1).endsWith(call.text(0))));
        functions.put("join", Texts::joined);
        functions.put("split", Texts::split);
        functions.put("splitn", Texts::splitInto);
        functions.put("splitList", call -> items(pieces(call.text(1), call.text(0), -1, call)));
        functions.put("sortAlpha", call -> items(call.texts(0).stream().sorted().toList()));
        functions.put("toStrings", call -> items(call.texts(0)));
    }

    static Items items(List<String> texts) {
        return new Items(texts.stream().<Datum>map(Datum::text).toList());
    }

    private static Datum quote(Call call) {
        return Datum.text(
                call.arguments().stream()
                        .filter(value -> !value.isNil())
                        .map(value -> GoQuote.quote(GoPrinter.print(value, call.budget())))
                        .collect(Collectors.joining(" ")));
    }

    private static Datum squote(Call call) {
        return Datum.text(
                call.arguments().stream()
                        .filter(value -> !value.isNil())
                        .map(value -> "'" + GoPrinter.print(value, call.budget()) + "'")
                        .collect(Collectors.joining(" ")));
    }

    private static Datum cat(Call call) {
        return Datum.text(
                call.arguments().stream()
                        .filter(value -> !value.isNil())
                        .map(value -> GoPrinter.print(value, call.budget()))
                        .collect(Collectors.joining(" ")));
    }

    private static String indented(Call call) {
        int width = Math.max(0, call.count(0));
        String text = call.text(1);
        long lines = 1 + text.chars().filter(c -> c == '\n').count();
        call.budget().text(text.length() + lines * width);
        String pad = " ".repeat(width);
        return pad + text.replace("\n", "\n" + pad);
    }

    private static Datum trimAll(Call call) {
        return Datum.text(trimmed(call.text(1), call.text(0), true, true));
    }

    private static String trimmed(String text, String cut, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && cut.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (right && end > start && cut.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Datum trimPrefix(Call call) {
        String text = call.text(1);
        String prefix = call.text(0);
        return Datum.text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static Datum trimSuffix(Call call) {
        String text = call.text(1);
        String suffix = call.text(0);
        return Datum.text(
                text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    /** The first characters, or with a negative number the last ones. */
    private static Datum truncated(Call call) {
        int length = call.count(0);
        String text = call.text(1);
        if (length < 0 && text.length() + length > 0) {
            return Datum.text(text.substring(text.length() + length));
        }
        return length >= 0 && text.length() > length
                ? Datum.text(text.substring(0, length))
                : kept(call, 1);
    }

    /** The argument itself where nothing is changed, so that it is still known where it stands. */
    private static Datum kept(Call call, int argument) {
        return call.at(argument) instanceof Text text ? text : Datum.text(call.text(argument));
    }

    private static Datum substring(Call call) {
        String text = call.text(2);
        int start = call.count(0);
        int end = call.count(1);
        if (start < 0) {
            return Datum.text(text.substring(0, Math.clamp(end, 0, text.length())));
        }
        int from = Math.min(start, text.length());
        int to = end < 0 || end > text.length() ? text.length() : Math.max(from, end);
        return Datum.text(text.substring(from, to));
    }

    private static Datum abbreviated(Call call) {
        int width = call.count(0);
        String text = call.text(1);
        return width < 4 || text.length() <= width
                ? Datum.text(text)
                : Datum.text(text.substring(0, width - 3) + "...");
    }

    private static Datum repeated(Call call) {
        int count = Math.max(0, call.count(0));
        String text = call.text(1);
        call.budget().text((long) count * text.length());
        return Datum.text(text.repeat(count));
    }

    private static Datum replaced(Call call) {
        String old = call.text(0);
        String by = call.text(1);
        String text = call.text(2);
        long most = old.isEmpty() ? text.length() + 1L : text.length() / old.length();
        call.budget().text(text.length() + most * by.length());
        return Datum.text(text.replace(old, by));
    }

    private static Datum joined(Call call) {
        List<String> texts = call.texts(1);
        String separator = call.text(0);
        long length = (long) texts.size() * separator.length();
        for (String text : texts) {
            length += text.length();
        }
        call.budget().text(length);
        return Datum.text(String.join(separator, texts));
    }

    private static Datum split(Call call) {
        return numbered(pieces(call.text(1), call.text(0), -1, call));
    }

    private static Datum splitInto(Call call) {
        return numbered(pieces(call.text(2), call.text(0), call.count(1), call));
    }

    /** {@code _0}, {@code _1} and so on. */
    private static Datum numbered(List<String> pieces) {
        Dict dict = new Dict();
        for (int i = 0; i < pieces.size(); i++) {
            dict.put("_" + i, pieces.get(i));
        }
        return new Datum.Table(dict);
    }

    /**
     * The pieces between separators; at most so many, the last one whole; an empty separator
     * divides characters.
     */
    static List<String> pieces(String text, String separator, int most, Call call) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (most < 0 || pieces.size() < most - 1) {
            call.budget().step(1);
            int end =
                    separator.isEmpty()
                            ? (at + 1 < text.length() ? at + 1 : -1)
                            : text.indexOf(separator, at);
            if (end < 0) {
                break;
            }
            pieces.add(text.substring(at, end));
            at = end + separator.length();
        }
        if (most != 0) {
            pieces.add(text.substring(at));
        }
        return pieces;
    }
}

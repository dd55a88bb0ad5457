package io.hushgate.estate.helm.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Regular expressions, in the syntax of RE2 and in its time. */
final class Regexes {
    private static final int MAX_PATTERN = 10_000;

    private Regexes() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        also(functions, "regexMatch", call -> Truth.of(matcher(call, 0, 1).find()));
        also(functions, "regexFind", Regexes::find);
        also(functions, "regexFindAll", Regexes::findAll);
        also(functions, "regexReplaceAll", Regexes::replaceAll);
        also(functions, "regexReplaceAllLiteral", Regexes::replaceAllLiteral);
        also(functions, "regexSplit", Regexes::split);
        functions.put("regexQuoteMeta", call -> Datum.text(Pattern.quote(call.text(0))));
    }

    private static void also(
            Map<String, TemplateFunction> functions, String name, TemplateFunction function) {
        functions.put(name, function);
        functions.put("mustR" + name.substring(1), function);
    }

    private static Matcher matcher(Call call, int pattern, int text) {
        String expression = call.text(pattern);
        if (expression.length() > MAX_PATTERN) {
            throw TemplateProblem.of("a regular expression is longer than " + MAX_PATTERN);
        }
        call.budget().step(expression.length() + call.text(text).length() / 4);
        try {
            return Pattern.compile(expression).matcher(call.text(text));
        } catch (PatternSyntaxException e) {
            throw TemplateProblem.of("a regular expression is malformed: " + expression);
        }
    }

    private static Datum find(Call call) {
        Matcher matcher = matcher(call, 0, 1);
        return Datum.text(matcher.find() ? matcher.group() : "");
    }

    private static Datum findAll(Call call) {
        int most = call.count(2);
        Matcher matcher = matcher(call, 0, 1);
        List<String> found = new ArrayList<>();
        while ((most < 0 || found.size() < most) && matcher.find()) {
            call.budget().step(1);
            found.add(matcher.group());
        }
        return Texts.items(found);
    }

    /** {@code ${1}} and {@code $1} stand for groups; {@code $1x} for a group of that name. */
    private static Datum replaceAll(Call call) {
        Matcher matcher = matcher(call, 0, 1);
        String template = call.text(2);
        StringBuilder out = new StringBuilder();
        String text = call.text(1);
        int at = 0;
        while (matcher.find()) {
            out.append(text, at, matcher.start());
            expand(template, matcher, out);
            call.budget().text(out.length());
            at = matcher.end();
        }
        return Datum.text(out.append(text, at, text.length()).toString());
    }

    private static void expand(String template, Matcher matcher, StringBuilder out) {
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c != '$' || at + 1 == template.length()) {
                out.append(c);
                at++;
                continue;
            }
            boolean braced = template.charAt(at + 1) == '{';
            int start = at + (braced ? 2 : 1);
            int end = start;
            while (end < template.length()
                    && (Character.isLetterOrDigit(template.charAt(end))
                            || template.charAt(end) == '_')) {
                end++;
            }
            if (template.charAt(at + 1) == '$') {
                out.append('$');
                at += 2;
            } else if (end == start || (braced && !template.startsWith("}", end))) {
                out.append('$');
                at++;
            } else {
                out.append(group(template.substring(start, end), matcher));
                at = end + (braced ? 1 : 0);
            }
        }
    }

    private static String group(String name, Matcher matcher) {
        try {
            String group =
                    name.matches("\\d{1,3}")
                            ? Integer.parseInt(name) <= matcher.groupCount()
                                    ? matcher.group(Integer.parseInt(name))
                                    : ""
                            : matcher.group(name);
            return group == null ? "" : group;
        } catch (IllegalArgumentException e) {
            return ""; // no group of that name
        }
    }

    private static Datum replaceAllLiteral(Call call) {
        Matcher matcher = matcher(call, 0, 1);
        call.budget().text((long) call.text(1).length() * (1 + call.text(2).length()));
        return Datum.text(matcher.replaceAll(Matcher.quoteReplacement(call.text(2))));
    }

    private static Datum split(Call call) {
        Matcher matcher = matcher(call, 0, 1);
        String text = call.text(1);
        int most = call.count(2);
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while ((most < 0 || pieces.size() < most - 1) && matcher.find()) {
            call.budget().step(1);
            if (matcher.end() == 0) {
                continue;
            }
            pieces.add(text.substring(at, matcher.start()));
            at = matcher.end();
        }
        if (most != 0) {
            pieces.add(text.substring(at));
        }
        return Texts.items(pieces);
    }
}

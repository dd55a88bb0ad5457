package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.datum.Dict;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a function. Arguments are taken for what the function needs where Go would refuse their
 * type: a chart that Helm refuses is still a chart to look at.
 */
public record Call(String name, List<Datum> arguments, Evaluator evaluator) {
    public Call {
        arguments = List.copyOf(arguments);
    }

    public Budget budget() {
        return evaluator.budget();
    }

    public int size() {
        return arguments.size();
    }

    /**
     * An argument.
     *
     * @throws TemplateProblem if there are not so many
     */
    public Datum at(int index) {
        if (index < 0 || index >= arguments.size()) {
            throw TemplateProblem.of("too few arguments for " + name);
        }
        return arguments.get(index);
    }

    /** The last argument, which a pipe hands in. */
    public Datum last() {
        return at(arguments.size() - 1);
    }

    /** The arguments from one on. */
    public List<Datum> from(int index) {
        return arguments.subList(Math.min(index, arguments.size()), arguments.size());
    }

    /** An argument as text, printed if it is something else. */
    public String text(int index) {
        Datum value = at(index);
        return value instanceof Text(var text, _) ? text : GoPrinter.print(value, budget());
    }

    /** An argument as a whole number, as sprig casts: text is parsed, truth is 0 or 1. */
    public long whole(int index) {
        return whole(at(index));
    }

    /** A value as a whole number. */
    public static long whole(Datum value) {
        return switch (value) {
            case Whole(var whole) -> whole;
            case Real(var real) -> (long) real;
            case Truth(var truth) -> truth ? 1 : 0;
            case Text(var text, _) -> parsed(text);
            case Datum.Nil _, Items _, Table _, Native _ -> 0;
        };
    }

    private static long parsed(String text) {
        String digits = text.strip();
        int point = digits.indexOf('.');
        boolean zeros = point > 0 && digits.substring(point + 1).chars().allMatch(c -> c == '0');
        try {
            return Long.parseLong(zeros ? digits.substring(0, point) : digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A whole number that counts something: within the range of {@code int}. */
    public int count(int index) {
        return Math.clamp(whole(index), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** An argument as a floating-point number. */
    public double real(int index) {
        return real(at(index));
    }

    /** A value as a floating-point number. */
    public static double real(Datum value) {
        return switch (value) {
            case Whole(var whole) -> whole;
            case Real(var real) -> real;
            case Truth(var truth) -> truth ? 1 : 0;
            case Text(var text, _) -> parsedReal(text);
            case Datum.Nil _, Items _, Table _, Native _ -> 0;
        };
    }

    private static double parsedReal(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * An argument as a dictionary.
     *
     * @throws TemplateProblem if it is none
     */
    public Dict dict(int index) {
        return switch (at(index)) {
            case Table(var dict) -> dict;
            case Native(var object) -> object.entries();
            case Datum.Nil _ -> new Dict();
            case Truth _, Whole _, Real _, Text _, Items _ ->
                    throw TemplateProblem.of(
                            "%s needs a dictionary and got a %s".formatted(name, at(index).kind()));
        };
    }

    /**
     * An argument as a list.
     *
     * @throws TemplateProblem if it is none
     */
    public List<Datum> list(int index) {
        return switch (at(index)) {
            case Items(var items) -> items;
            case Datum.Nil _ -> List.of();
            case Table(var dict) -> dict.values();
            case Native(var object) -> object.entries().values();
            case Truth _, Whole _, Real _, Text _ ->
                    throw TemplateProblem.of(
                            "%s needs a list and got a %s".formatted(name, at(index).kind()));
        };
    }

    /** An argument as the texts that sprig makes of a list, or of one value; nil is left out. */
    public List<String> texts(int index) {
        List<String> texts = new ArrayList<>();
        List<Datum> items = at(index) instanceof Items(var several) ? several : List.of(at(index));
        for (Datum item : items) {
            if (!item.isNil()) {
                texts.add(
                        item instanceof Text(var text, _) ? text : GoPrinter.print(item, budget()));
            }
        }
        return texts;
    }
}

package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists: made, cut and asked. */
final class Lists {
    private Lists() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("list", call -> new Items(call.arguments()));
        functions.put("tuple", call -> new Items(call.arguments()));
        functions.put("index", Lists::index);
        functions.put("len", call -> new Whole(length(call.at(0))));
        functions.put("concat", Lists::concat);
        functions.put("until", call -> until(call, 0, call.whole(0), call.whole(0) < 0 ? -1 : 1));
        functions.put(
                "untilStep", call -> until(call, call.whole(0), call.whole(1), call.whole(2)));
        functions.put("push", Lists::append);
        also(functions, "append", Lists::append);
        also(functions, "prepend", Lists::prepend);
        also(functions, "first", call -> nth(call, 0));
        also(functions, "last", call -> nth(call, call.list(0).size() - 1));
        also(functions, "rest", call -> part(call.list(0), 1, call.list(0).size()));
        also(functions, "initial", call -> part(call.list(0), 0, call.list(0).size() - 1));
        also(functions, "reverse", call -> new Items(call.list(0).reversed()));
        also(functions, "uniq", Lists::uniq);
        also(functions, "without", Lists::without);
        also(functions, "has", call -> Truth.of(has(call.list(1), call.at(0), call)));
        also(functions, "slice", Lists::slice);
        also(functions, "chunk", Lists::chunk);
    }

    /** Under its name and under the one that fails where this one panics. */
    private static void also(
            Map<String, TemplateFunction> functions, String name, TemplateFunction function) {
        functions.put(name, function);
        functions.put("must" + Character.toUpperCase(name.charAt(0)) + name.substring(1), function);
    }

    private static Datum index(Call call) {
        Datum value = call.at(0);
        for (int i = 1; i < call.size(); i++) {
            value = element(value, call, i);
        }
        return value;
    }

    private static Datum element(Datum value, Call call, int argument) {
        return switch (value) {
            case Table(var dict) -> dict.get(call.text(argument));
            case Native(var object) -> object.entries().get(call.text(argument));
            case Items(var items) -> {
                long index = call.whole(argument);
                if (index < 0 || index >= items.size()) {
                    throw TemplateProblem.of("index out of range: " + index);
                }
                yield items.get((int) index);
            }
            case Text(var text, _) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                long index = call.whole(argument);
                if (index < 0 || index >= bytes.length) {
                    throw TemplateProblem.of("index out of range: " + index);
                }
                yield new Whole(bytes[(int) index] & 0xff);
            }
            case Datum.Nil _ -> throw TemplateProblem.of("index of nothing");
            case Truth _, Whole _, Datum.Real _ ->
                    throw TemplateProblem.of("a %s has no index".formatted(value.kind()));
        };
    }

    private static long length(Datum value) {
        return switch (value) {
            case Text(var text, _) -> text.getBytes(StandardCharsets.UTF_8).length;
            case Items(var items) -> items.size();
            case Table(var dict) -> dict.size();
            case Native(var object) -> object.entries().size();
            case Datum.Nil _ -> throw TemplateProblem.of("len of nothing");
            case Truth _, Whole _, Datum.Real _ ->
                    throw TemplateProblem.of("len of a " + value.kind());
        };
    }

    private static Datum concat(Call call) {
        List<Datum> all = new ArrayList<>();
        for (int i = 0; i < call.size(); i++) {
            call.budget().step(call.list(i).size());
            all.addAll(call.list(i));
        }
        return new Items(all);
    }

    private static Datum until(Call call, long start, long stop, long step) {
        List<Datum> numbers = new ArrayList<>();
        if (step == 0 || (stop > start) != (step > 0)) {
            return Items.EMPTY;
        }
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            call.budget().step(1);
            numbers.add(new Whole(at));
        }
        return new Items(numbers);
    }

    private static Datum append(Call call) {
        List<Datum> longer = new ArrayList<>(call.list(0));
        call.budget().step(longer.size());
        longer.add(call.at(1));
        return new Items(longer);
    }

    private static Datum prepend(Call call) {
        List<Datum> longer = new ArrayList<>();
        longer.add(call.at(1));
        longer.addAll(call.list(0));
        call.budget().step(longer.size());
        return new Items(longer);
    }

    private static Datum nth(Call call, int index) {
        List<Datum> items = call.list(0);
        return index >= 0 && index < items.size() ? items.get(index) : Datum.nil();
    }

    private static Datum part(List<Datum> items, long from, long to) {
        int start = Math.clamp(from, 0, items.size());
        int end = Math.clamp(to, start, items.size());
        return new Items(items.subList(start, end));
    }

    private static Datum uniq(Call call) {
        List<Datum> kept = new ArrayList<>();
        for (Datum item : call.list(0)) {
            if (!has(kept, item, call)) {
                kept.add(item);
            }
        }
        return new Items(kept);
    }

    private static Datum without(Call call) {
        List<Datum> omitted = call.from(1);
        return new Items(call.list(0).stream().filter(item -> !has(omitted, item, call)).toList());
    }

    private static boolean has(List<Datum> items, Datum wanted, Call call) {
        for (Datum item : items) {
            if (Comparisons.equal(item, wanted, call.budget())) {
                return true;
            }
        }
        return false;
    }

    /** Of a list, or of a text by text/template's function of that name. */
    private static Datum slice(Call call) {
        long from = call.size() > 1 ? call.whole(1) : 0;
        if (call.at(0) instanceof Text(var text, _)) {
            int start = Math.clamp(from, 0, text.length());
            long to = call.size() > 2 ? call.whole(2) : text.length();
            return Datum.text(text.substring(start, Math.clamp(to, start, text.length())));
        }
        return part(call.list(0), from, call.size() > 2 ? call.whole(2) : call.list(0).size());
    }

    private static Datum chunk(Call call) {
        int size = Math.max(1, call.count(0));
        List<Datum> items = call.list(1);
        List<Datum> chunks = new ArrayList<>();
        for (int at = 0; at < items.size(); at += size) {
            chunks.add(new Items(items.subList(at, Math.min(items.size(), at + size))));
        }
        return new Items(chunks);
    }
}

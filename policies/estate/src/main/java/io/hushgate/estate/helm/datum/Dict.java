package io.hushgate.estate.helm.datum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keys and values in the order of the keys, as Go's templates visit them. Mutable: {@code set},
 * {@code unset} and {@code merge} change it for everybody who holds it. Identity is its only
 * equality, because it may hold itself.
 */
public final class Dict {
    private final SortedMap<String, Datum> entries = new TreeMap<>();

    /** The value of a key; nil if it is missing. */
    public Datum get(String key) {
        return entries.getOrDefault(key, Datum.nil());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Dict put(String key, Datum value) {
        entries.put(key, value);
        return this;
    }

    public Dict put(String key, String text) {
        return put(key, Datum.text(text));
    }

    public void remove(String key) {
        entries.remove(key);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public int size() {
        return entries.size();
    }

    /** The keys as they are now; later changes do not show. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** The values as they are now, in the order of the keys. */
    public List<Datum> values() {
        return List.copyOf(entries.values());
    }

    /** The entries as they are now. */
    public List<Map.Entry<String, Datum>> entries() {
        List<Map.Entry<String, Datum>> copies = new ArrayList<>(entries.size());
        entries.forEach((key, value) -> copies.add(Map.entry(key, value)));
        return copies;
    }

    /** The table at a key; an empty one, which is not put in, if there is none. */
    public Dict table(String key) {
        return get(key) instanceof Datum.Table(var dict) ? dict : new Dict();
    }

    /** The text at a key, or {@code ""}. */
    public String text(String key) {
        return get(key) instanceof Datum.Text(var text, _) ? text : "";
    }

    /** The items at a key; none if there is no list. */
    public List<Datum> items(String key) {
        return get(key) instanceof Datum.Items(var items) ? items : List.of();
    }

    /** A copy that shares the values. */
    public Dict shallow() {
        Dict copy = new Dict();
        copy.entries.putAll(entries);
        return copy;
    }
}

package io.hushgate.rego.compile.name;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names known at one point of a rule, innermost scope first. */
final class Scopes {
    /** What one scope knows of a name. */
    private static final class Entry {
        final String local;
        final Occurrence occurrence;
        int count = 1;

        Entry(String local, Occurrence occurrence) {
            this.local = local;
            this.occurrence = occurrence;
        }
    }

    private final Deque<Map<String, Entry>> scopes = new ArrayDeque<>();

    Scopes() {
        push();
    }

    /** A copy with one scope that knows all that is known here. */
    Scopes copy() {
        Scopes copy = new Scopes();
        scopes.descendingIterator()
                .forEachRemaining(scope ->
                        scope.forEach(
                                (name, entry) -> copy.scopes.getFirst().put(name, copyOf(entry))));
        return copy;
    }

    private static Entry copyOf(Entry entry) {
        Entry copy = new Entry(entry.local, entry.occurrence);
        copy.count = entry.count;
        return copy;
    }

    void push() {
        scopes.push(new LinkedHashMap<>());
    }

    void pop() {
        scopes.pop();
    }

    void insert(String name, String local, Occurrence occurrence) {
        scopes.getFirst().put(name, new Entry(local, occurrence));
    }

    /** The name that replaces {@code name}; the name itself if it was only seen. */
    Optional<String> local(String name) {
        return find(name).map(entry -> entry.local);
    }

    /** How {@code name} came into the innermost scope. */
    Optional<Occurrence> occurrenceHere(String name) {
        return Optional.ofNullable(scopes.getFirst().get(name)).map(entry -> entry.occurrence);
    }

    /** How {@code name} came into the innermost scope that knows it. */
    Optional<Occurrence> occurrence(String name) {
        return find(name).map(entry -> entry.occurrence);
    }

    /** Notes one more use of a known name. */
    void count(String name) {
        find(name).ifPresent(entry -> entry.count++);
    }

    /** How often {@code name} stood, its declaration included. */
    int occurrences(String name) {
        return find(name).map(entry -> entry.count).orElse(0);
    }

    /** Replaced names of the innermost scope by written name. */
    Map<String, String> here() {
        Map<String, String> locals = new HashMap<>();
        scopes.getFirst().forEach((name, entry) -> locals.put(name, entry.local));
        return locals;
    }

    /** Names that came into the innermost scope in this way, in their order. */
    List<String> namesHere(Occurrence occurrence) {
        return scopes.getFirst().entrySet().stream()
                .filter(entry -> entry.getValue().occurrence == occurrence)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those of {@code names} that are known, replaced; the others as they are. */
    List<String> localsOf(Collection<String> names) {
        return names.stream().map(name -> local(name).orElse(name)).toList();
    }

    private Optional<Entry> find(String name) {
        for (Map<String, Entry> scope : scopes) {
            @Nullable Entry entry = scope.get(name);
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}

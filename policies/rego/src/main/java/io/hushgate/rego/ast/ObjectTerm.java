package io.hushgate.rego.ast;

import java.util.List;
import java.util.Optional;

/**
 * <code>{k: v}</code>.
 *
 * @param entries in the order of the text; of equal key nodes the last one stays
 */
public record ObjectTerm(List<Entry> entries, Location location) implements Term {
    /** One key and its value. */
    public record Entry(Term key, Term value) {
        @Override
        public String toString() {
            return key + ": " + value;
        }
    }

    public ObjectTerm {
        entries = List.copyOf(entries);
    }

    /** The value of a constant string key. */
    public Optional<Term> get(String key) {
        Scalar.Text wanted = Scalar.Text.of(key);
        return entries.stream().filter(e -> e.key().equals(wanted)).map(Entry::value).findFirst();
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}

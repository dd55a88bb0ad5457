package io.hushgate.core.match;

import io.hushgate.core.context.ServiceKeyReader;
import io.hushgate.core.rule.Form;
import io.hushgate.core.rule.Rule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of a service at hand, read once for all the rules that its word brings up. One per
 * thread.
 */
final class ServiceKeys {
    private final ServiceKeyReader reader = new ServiceKeyReader();
    private final List<Rule> rules;
    private final @Nullable Set<?>[] names;
    private @Nullable Text text;
    private int from;
    private int to;
    private boolean isRead;

    ServiceKeys(List<Rule> rules) {
        this.rules = rules;
        this.names = new Set<?>[rules.size()];
    }

    /** Lets go of the last text. */
    void forget() {
        text = null;
    }

    /** Tells whether the word {@code [start, end)} announces a key of some service. */
    @SuppressWarnings("ReferenceEquality") // the same text, not one like it
    boolean isRead(Text in, int start, int end) {
        if (in != text || start != from || end != to) {
            text = in;
            from = start;
            to = end;
            isRead = reader.read(in.bytes(), in.from(), in.to(), start, end);
        }
        return isRead;
    }

    /** Tells whether the key that was read is that of a service of the rule. */
    boolean isOf(int rule) {
        return reader.isOf(services(rule));
    }

    /** Offset of the first byte that the reading depends on, or one less at the text's start. */
    int lookedFrom() {
        return reader.lookedFrom();
    }

    /** Offset after the last byte that the reading depends on, or one more at the text's end. */
    int lookedTo() {
        return reader.lookedTo();
    }

    int valueStart() {
        return reader.valueStart();
    }

    int valueEnd() {
        return reader.valueEnd();
    }

    boolean isAssigned() {
        return reader.isAssigned();
    }

    private Set<?> services(int rule) {
        Set<?> known = names[rule];
        if (known == null) {
            known =
                    rules.get(rule).form() instanceof Form.Service(var services)
                            ? Set.copyOf(services)
                            : Set.of();
            names[rule] = known;
        }
        return known;
    }
}

package io.hushgate.rego.builtin.pattern;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Compiled patterns by their source, the ones used last. Shared by all queries, because compiling
 * costs far more than matching and the same few patterns come again and again.
 *
 * @param <P> a compiled pattern, immutable
 */
final class Patterns<P> {
    /** Patterns that come from data rather than from policies must not fill the memory. */
    private static final int MOST = 512;

    /** Longer sources are compiled anew each time. */
    private static final int MAX_SOURCE = 4096;

    private final Function<String, P> compiler;

    private final Map<String, P> known =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, P> eldest) {
                    return size() > MOST;
                }
            };

    Patterns(Function<String, P> compiler) {
        this.compiler = compiler;
    }

    P get(String source) {
        if (source.length() > MAX_SOURCE) {
            return compiler.apply(source);
        }
        synchronized (known) {
            P pattern = known.get(source);
            if (pattern != null) {
                return pattern;
            }
        }
        P pattern = compiler.apply(source);
        synchronized (known) {
            known.put(source, pattern);
        }
        return pattern;
    }
}

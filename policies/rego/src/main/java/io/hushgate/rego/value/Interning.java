package io.hushgate.rego.value;

import org.jspecify.annotations.Nullable;

/**
 * Makes equal short strings of one document the same value, so that keys compare by identity and
 * repeated words cost memory once. A fixed table in which a newcomer displaces the old: hostile
 * text cannot make it grow.
 */
final class Interning {
    private static final int SLOTS = 1024;
    private static final int LONGEST_VALUE = 24;

    private final @Nullable RegoString[] table = new @Nullable RegoString[SLOTS];

    RegoString key(String text) {
        int slot = slot(text.hashCode());
        RegoString known = table[slot];
        if (known != null && known.value().equals(text)) {
            return known;
        }
        RegoString fresh = RegoString.of(text);
        table[slot] = fresh;
        return fresh;
    }

    RegoString value(String text) {
        return text.length() <= LONGEST_VALUE ? key(text) : RegoString.of(text);
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }
}

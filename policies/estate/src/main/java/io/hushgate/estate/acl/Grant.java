package io.hushgate.estate.acl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all stanzas of one pattern grant together: capabilities united, denial above all; parameters
 * united, an empty list of values above a longer one.
 *
 * @param capabilities {@code DENY} alone, or without it
 * @param allowed parameter name in lower case to values; no names permit any parameter
 * @param stanzas what it was made of, in the order of the policies
 */
public record Grant(
        PathPattern pattern,
        Set<Capability> capabilities,
        Map<String, List<String>> allowed,
        Map<String, List<String>> denied,
        Set<String> required,
        List<Stanza> stanzas) {

    public Grant {
        Set<Capability> own = EnumSet.noneOf(Capability.class);
        own.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(own);
        allowed = Map.copyOf(allowed);
        denied = Map.copyOf(denied);
        required = Collections.unmodifiableSet(new TreeSet<>(required));
        stanzas = List.copyOf(stanzas);
    }

    static Grant of(PathPattern pattern, List<Stanza> stanzas) {
        Set<Capability> united = EnumSet.noneOf(Capability.class);
        Map<String, List<String>> allowed = new HashMap<>();
        Map<String, List<String>> denied = new HashMap<>();
        Set<String> required = new TreeSet<>();
        for (Stanza stanza : stanzas) {
            united.addAll(stanza.capabilities());
            unite(allowed, stanza.rule().allowedParameters());
            unite(denied, stanza.rule().deniedParameters());
            stanza.rule().requiredParameters().forEach(name -> required.add(lower(name)));
        }
        return united.contains(Capability.DENY)
                ? new Grant(
                        pattern, EnumSet.of(Capability.DENY), Map.of(), Map.of(), Set.of(), stanzas)
                : new Grant(pattern, united, allowed, denied, required, stanzas);
    }

    private static void unite(Map<String, List<String>> into, Map<String, List<String>> from) {
        from.forEach((name, values) ->
                into.merge(
                        lower(name),
                        values,
                        (some, more) -> {
                            if (some.isEmpty() || more.isEmpty()) {
                                return List.of();
                            }
                            List<String> both = new ArrayList<>(some);
                            both.addAll(more);
                            return both;
                        }));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Tells whether the operation has its capability here; parameters are not looked at. */
    public boolean permits(Operation operation) {
        return operation.needed().map(capabilities::contains).orElse(true);
    }

    /**
     * Tells whether a request with these parameters passes: required, then denied, then allowed
     * ones.
     *
     * @param parameters name to value; names in any case
     */
    public boolean permitsParameters(Map<String, String> parameters) {
        Map<String, String> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(lower(name), value));
        if (!given.keySet().containsAll(required)) {
            return false;
        }
        if (given.isEmpty()) {
            return true;
        }
        if (denied.containsKey("*")) {
            return false;
        }
        if (given.entrySet().stream().anyMatch(one -> denies(one.getKey(), one.getValue()))) {
            return false;
        }
        return allowed.isEmpty()
                || given.entrySet().stream().allMatch(one -> allows(one.getKey(), one.getValue()));
    }

    private boolean denies(String name, String value) {
        List<String> values = denied.get(name);
        return values != null && isAmong(value, values);
    }

    private boolean allows(String name, String value) {
        List<String> values = allowed.get(name);
        return values == null
                ? allowed.containsKey("*") && isAmong(value, allowed.get("*"))
                : isAmong(value, values);
    }

    /** No values mean any; {@code *} at either end of a value means anything there. */
    private static boolean isAmong(String value, List<String> values) {
        return values.isEmpty() || values.stream().anyMatch(one -> globs(one, value));
    }

    private static boolean globs(String pattern, String value) {
        boolean open = pattern.startsWith("*");
        boolean closes = pattern.endsWith("*") && pattern.length() > 1;
        String inner = pattern.substring(open ? 1 : 0, pattern.length() - (closes ? 1 : 0));
        if (open && closes) {
            return value.contains(inner);
        }
        return open
                ? value.endsWith(inner)
                : closes ? value.startsWith(inner) : value.equals(inner);
    }
}

package io.hushgate.core.match;

import io.hushgate.core.Confidence;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Grade;
import io.hushgate.core.Limits;
import io.hushgate.core.Secret;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.context.WordSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that a run found, kept in memory until its end so that they can be looked for where no
 * rule would know them: see {@link #matcher}. Kept is only what is unlikely to stand anywhere by
 * chance. Thread-safe while it fills; closing wipes everything.
 */
public final class KnownValues implements AutoCloseable {
    /** Of more values those with the smallest fingerprints are kept, whoever came first. */
    private static final int MOST = 10_000;

    /** Enough of a value to know it by; what is longer is known by its beginning. */
    private static final int LONGEST = 1024;

    private final TreeMap<Fingerprint, Secret> values = new TreeMap<>();
    private final WordSense words = new WordSense();
    private @Nullable FormFinder finder;
    private List<Fingerprint> owners = List.of();

    /** Keeps a copy of a detected value, if it can be told from chance. */
    synchronized void note(Fingerprint fingerprint, Detection detection) {
        if (values.containsKey(fingerprint) || !detection.confidence().atLeast(Confidence.MEDIUM)) {
            return;
        }
        boolean proven = detection.grade().compareTo(Grade.FORMAT) < 0;
        if (detection.grade().compareTo(Grade.CONTEXTUAL) > 0) {
            return;
        }
        Secret kept = detection.secret().read(KnownValues::mark);
        if (kept.length() < ValueForms.SHORTEST
                || (!proven && kept.read(value -> words.isMadeOfWords(Slice.of(value))))) {
            kept.close();
            return;
        }
        values.put(fingerprint, kept);
        if (values.size() > MOST) {
            Map.Entry<Fingerprint, Secret> last = values.pollLastEntry();
            last.getValue().close();
        }
    }

    /**
     * By what a value is known: itself, or of several lines the longest, of those the last. Copies
     * of a key are indented and wrapped in many ways, and its first lines are those of other keys.
     */
    private static Secret mark(byte[] value) {
        int from = 0;
        int to = 0;
        int start = 0;
        for (int i = 0; i <= value.length; i++) {
            if (i == value.length || value[i] == '\n') {
                int a = start;
                int b = i;
                while (a < b && value[a] <= ' ' && value[a] >= 0) {
                    a++;
                }
                while (a < b && value[b - 1] <= ' ' && value[b - 1] >= 0) {
                    b--;
                }
                if (b - a >= to - from) {
                    from = a;
                    to = b;
                }
                start = i + 1;
            }
        }
        return Secret.copyOf(value, from, Math.min(to, from + LONGEST));
    }

    /** Tells whether there is nothing to look for. */
    public synchronized boolean isEmpty() {
        return values.isEmpty();
    }

    /** Of all values that were kept so far, sorted. */
    public synchronized List<Fingerprint> fingerprints() {
        return List.copyOf(values.keySet());
    }

    /** Looks for all values that were kept so far; one per thread. */
    public synchronized EchoMatcher matcher(Limits limits) {
        FormFinder prepared = finder;
        if (prepared == null) {
            List<List<byte[]>> forms = new ArrayList<>();
            values.values().forEach(value -> forms.add(value.read(ValueForms::of)));
            owners = List.copyOf(values.keySet());
            prepared = new FormFinder(forms);
            finder = prepared;
        }
        return new EchoMatcher(prepared, owners, limits);
    }

    @Override
    public synchronized void close() {
        values.values().forEach(Secret::close);
        values.clear();
        FormFinder prepared = finder;
        if (prepared != null) {
            prepared.close();
        }
    }
}

package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.context.FileKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of the path of the artifact at hand, taken apart only when a rule asks. */
final class Places {
    private static final Pattern SEPARATOR = Pattern.compile("[/._-]");
    private String path = "";
    private Set<String> parts = Set.of();
    private boolean isKnown = true;
    private @Nullable FileKind kind;

    void begin(Address address) {
        // What tools print into a log has nothing to do with how the log is called.
        path = address instanceof Address.LogStep ? "" : address.path();
        isKnown = false;
        kind = null;
    }

    /** What the path says about the content. */
    FileKind kind() {
        FileKind known = kind;
        if (known == null) {
            known = FileKind.of(path);
            kind = known;
        }
        return known;
    }

    /** Tells whether the path has one of the parts. */
    boolean isQuiet(List<String> quietPlaces) {
        if (quietPlaces.isEmpty()) {
            return false;
        }
        if (!isKnown) {
            parts = new HashSet<>(Arrays.asList(SEPARATOR.split(path.toLowerCase(Locale.ROOT))));
            isKnown = true;
        }
        return quietPlaces.stream().anyMatch(parts::contains);
    }
}

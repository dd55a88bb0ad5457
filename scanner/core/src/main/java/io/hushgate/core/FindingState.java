package io.hushgate.core;

import java.util.Locale;

/** Where a leaked credential still is, which decides what removing it takes. */
public enum FindingState {
    /** In the files as they are now. */
    HEAD,
    /** Only in the past of a repository: rewriting or, better, revoking. */
    HISTORY_ONLY,
    /** In an image layer whose later layers delete it; whoever pulls the image still has it. */
    HIDDEN_LAYER,
    /** In a build log. */
    LOG;

    /** The word used in reports: {@code head}, {@code history-only}, ... */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.hushgate.baseline;

import io.hushgate.core.Address;

/**
 * Turns the addresses of a run into paths from the root that a baseline speaks of, so that it means
 * the same wherever a scan is started.
 *
 * @param shownAs what the addresses of the target's files begin with; may be empty
 * @param below where the target lies below the root; empty for the root itself
 */
public record Anchor(String shownAs, String below) {
    /** For addresses that are shown from the root on. */
    public static final Anchor ROOT = new Anchor("", "");

    String path(Address address) {
        return switch (address) {
            case Address.File(var path) -> fromRoot(path);
            case Address.Inside(var outer, var entry) -> path(outer) + "!" + entry;
            case Address.LogStep step -> path(step.log());
            case Address.Staged _,
                    Address.InCommit _,
                    Address.InLayer _,
                    Address.InImageConfig _,
                    Address.StandardInput _,
                    Address.GitObject _,
                    Address.CommitMessage _,
                    Address.TagMessage _ ->
                    address.file();
        };
    }

    private String fromRoot(String path) {
        if (shownAs.isEmpty()) {
            return join(below, path);
        }
        return path.startsWith(shownAs + "/")
                ? join(below, path.substring(shownAs.length() + 1))
                : path;
    }

    private static String join(String directory, String path) {
        return directory.isEmpty() ? path : directory + "/" + path;
    }
}

package io.hushgate.estate.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths that a file gives from its own directory. */
public final class RelativePath {
    private RelativePath() {}

    /**
     * The path from the root, without {@code .} and {@code ..} and without {@code /} at its ends.
     *
     * @param directory from the root; empty for the root itself
     * @return empty if it leads out of the root
     */
    public static Optional<String> resolve(String directory, String written) {
        List<String> parts = new ArrayList<>();
        for (String part : (directory + "/" + written).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}

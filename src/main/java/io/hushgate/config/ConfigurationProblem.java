package io.hushgate.config;

/**
 * A configuration that cannot be used. The message is one line for the user: file, line, what,
 * remedy.
 */
public final class ConfigurationProblem extends RuntimeException {
    /**
     * A complaint about one place.
     *
     * @param what what is wrong and what would be right, without a full stop
     */
    public ConfigurationProblem(String file, int line, String what) {
        super("%s:%d: %s".formatted(file, line, what));
    }

    /**
     * A complaint about the whole file.
     *
     * @param what what is wrong and what would be right, without a full stop
     */
    public ConfigurationProblem(String file, String what) {
        super("%s: %s".formatted(file, what));
    }
}

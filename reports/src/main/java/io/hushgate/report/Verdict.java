package io.hushgate.report;

/**
 * What the build does.
 *
 * @param pass whether the gate stays open
 * @param reason why, in a clause without a full stop: {@code 2 findings at or above high}
 * @param exitCode 0 pass, 1 shut, 3 incomplete
 */
public record Verdict(boolean pass, String reason, int exitCode) {
    public Verdict {
        if (pass != (exitCode == 0)) {
            throw new IllegalArgumentException("a gate passes exactly with exit code 0");
        }
    }
}

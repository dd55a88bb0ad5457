package io.hushgate.cli;

/** What the shell sees. A verdict's code is 0, 1 or 3; 1 wins over 3. */
public final class ExitCode {
    /** The gate is open. */
    public static final int PASS = 0;

    /** What was asked about is not as it should be. */
    public static final int SHUT = 1;

    /** The command line, a rule, a policy or the configuration cannot be used. */
    public static final int USAGE = 2;

    /** Something that was asked for could not be looked at, or the program itself failed. */
    public static final int INCOMPLETE = 3;

    private ExitCode() {}
}

package io.hushgate.cli.gitleaks;

import java.util.concurrent.Callable;

/** A command that answers with the exit codes of gitleaks. */
public interface LeakCommand extends Callable<Integer> {
    /** Nothing was found. */
    int CLEAN = 0;

    /** The run failed, or something was found and no other code was asked for. */
    int FAILED = 1;

    /** The command line has a flag that does not exist. */
    int UNKNOWN_FLAG = 126;
}

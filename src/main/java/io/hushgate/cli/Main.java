package io.hushgate.cli;

import io.hushgate.cli.gitleaks.LeakCommand;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // equal input, equal bytes, in every country
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // libraries log to nobody
        String rehearsal = System.getProperty(Rehearsal.PROPERTY);
        int code = rehearsal == null ? run(arguments) : Rehearsal.run(Path.of(rehearsal));
        if (rehearsal == null && StagedScan.isAskedBy(arguments)) {
            end(code);
        }
        System.exit(code);
    }

    /**
     * Ends a run that has nothing to tidy up. {@link System#exit} first looks through all jars of
     * the class path for a logger to tell it to, which takes a tenth of a hook's time.
     */
    private static void end(int code) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command in this process and gives its exit code. */
    static int run(String... arguments) {
        if (StagedScan.isAskedBy(arguments)) {
            try {
                return StagedScan.run(arguments);
            } catch (RuntimeException problem) {
                return Complaint.tell(
                        problem, new PrintWriter(System.err, true, Charset.defaultCharset()));
            }
        }
        CommandLine line = Commands.of(arguments);
        line.setParameterExceptionHandler((problem, _) -> usage(problem));
        line.setExecutionExceptionHandler((problem, failed, _) -> {
            int code = Complaint.tell(problem, failed.getErr());
            return failed.getCommand() instanceof LeakCommand ? LeakCommand.FAILED : code;
        });
        return StandardOutput.settled(line.execute(arguments), line.getErr());
    }

    private static int usage(ParameterException problem) {
        PrintWriter err = problem.getCommandLine().getErr();
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        err.println("hushgate: " + Complaint.firstLine(problem));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try '" + command + " --help'.");
        err.flush();
        if (problem.getCommandLine().getCommand() instanceof LeakCommand) {
            boolean unknown = problem instanceof UnmatchedArgumentException;
            return unknown ? LeakCommand.UNKNOWN_FLAG : LeakCommand.FAILED;
        }
        return ExitCode.USAGE;
    }
}

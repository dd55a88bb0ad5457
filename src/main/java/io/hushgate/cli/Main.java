package io.hushgate.cli;

import io.hushgate.config.ConfigurationProblem;
import io.hushgate.rules.RuleFileProblem;
import io.hushgate.run.RunProblem;
import io.hushgate.source.SourceProblem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command in this process and gives its exit code. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new HushgateCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((problem, _) -> usage(problem));
        line.setExecutionExceptionHandler((problem, failed, _) -> failure(problem, failed));
        return line.execute(arguments);
    }

    private static int usage(ParameterException problem) {
        PrintWriter err = problem.getCommandLine().getErr();
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        err.println("hushgate: " + firstLine(problem));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try '" + command + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Problems of the user's are one line; everything else is a bug of ours and shows where. */
    private static int failure(Exception problem, CommandLine failed) {
        return switch (problem) {
            case UsageProblem p -> complain(p, failed);
            case ConfigurationProblem p -> complain(p, failed);
            case RuleFileProblem p -> complain(p, failed);
            case RunProblem p -> complain(p, failed);
            case SourceProblem p -> complain(p, failed);
            default -> {
                PrintWriter err = failed.getErr();
                err.println(
                        "hushgate: this is a bug in Hushgate; please report it with the lines below");
                problem.printStackTrace(err);
                err.flush();
                yield ExitCode.INCOMPLETE;
            }
        };
    }

    private static int complain(RuntimeException problem, CommandLine failed) {
        failed.getErr().println("hushgate: " + firstLine(problem));
        failed.getErr().flush();
        return ExitCode.USAGE;
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}

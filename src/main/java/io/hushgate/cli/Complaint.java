package io.hushgate.cli;

import io.hushgate.baseline.BaselineProblem;
import io.hushgate.cli.gitleaks.LeakProblem;
import io.hushgate.config.ConfigurationProblem;
import io.hushgate.report.store.StoreProblem;
import io.hushgate.rules.RuleFileProblem;
import io.hushgate.rules.gitleaks.GitleaksProblem;
import io.hushgate.run.RunProblem;
import io.hushgate.source.SourceProblem;
import java.io.PrintWriter;

/** Problems of the user's are one line; everything else is a bug of ours and shows where. */
final class Complaint {
    private Complaint() {}

    /** Tells the problem and gives the exit code. */
    static int tell(Exception problem, PrintWriter err) {
        boolean users =
                switch (problem) {
                    case UsageProblem _,
                            BaselineProblem _,
                            ConfigurationProblem _,
                            GitleaksProblem _,
                            LeakProblem _,
                            RuleFileProblem _,
                            RunProblem _,
                            SourceProblem _,
                            StoreProblem _ ->
                            true;
                    default -> false;
                };
        if (users) {
            err.println("hushgate: " + firstLine(problem));
        } else {
            err.println(
                    "hushgate: this is a bug in Hushgate; please report it with the lines below");
            problem.printStackTrace(err);
        }
        err.flush();
        return users ? ExitCode.USAGE : ExitCode.INCOMPLETE;
    }

    static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}

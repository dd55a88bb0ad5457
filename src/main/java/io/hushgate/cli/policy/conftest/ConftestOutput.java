package io.hushgate.cli.policy.conftest;

import java.util.List;

/** A way to tell results, by conftest's names for them. Texts end with their line. */
public enum ConftestOutput {
    STDOUT {
        @Override
        public String render(List<CheckResult> results, boolean exceptions) {
            return PlainOutput.render(results, exceptions);
        }
    },
    JSON {
        @Override
        public String render(List<CheckResult> results, boolean exceptions) {
            return JsonOutput.render(results);
        }
    },
    TAP {
        @Override
        public String render(List<CheckResult> results, boolean exceptions) {
            return TapOutput.render(results);
        }
    },
    TABLE {
        @Override
        public String render(List<CheckResult> results, boolean exceptions) {
            return TableOutput.render(results);
        }
    },
    JUNIT {
        @Override
        public String render(List<CheckResult> results, boolean exceptions) {
            return JunitOutput.render(results);
        }
    };

    /**
     * Tells the results.
     *
     * @param exceptions whether the text for people names exceptions; they are counted in any case
     */
    public abstract String render(List<CheckResult> results, boolean exceptions);

    /** {@code - FILE - NAMESPACE -}, as it stands in lines of text. */
    static String place(CheckResult result) {
        String file = result.file().equals("-") ? "-" : "- " + result.file();
        return file + " - " + result.namespace() + " -";
    }
}

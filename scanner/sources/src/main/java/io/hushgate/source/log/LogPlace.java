package io.hushgate.source.log;

import io.hushgate.core.Address;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a log tells of job and step.
 *
 * @param job may be empty
 * @param step may be empty
 */
record LogPlace(String job, String step) {
    private static final LogPlace UNKNOWN = new LogPlace("", "");

    /** GitHub's and Azure's archives: {@code 2_build.txt}, {@code build/3_Run tests.txt}. */
    private static final Pattern ARCHIVED =
            Pattern.compile("(?:(?:^|.*/)([^/]+)/)?(\\d+)_([^/]+)\\.txt");

    /** Jenkins' directories: {@code jobs/app/branches/main/builds/12/log}. */
    private static final Pattern JENKINS =
            Pattern.compile(
                    "(?:^|.*/)jobs/([^/]+)/(?:branches/([^/]+)/)?builds/(\\d+)/log(?:\\.\\w+)?");

    /** Kubelet's directories: {@code pods/NAMESPACE_POD_UID/CONTAINER/0.log}. */
    private static final Pattern POD =
            Pattern.compile("(?:^|.*/)([^/_]+)_([^/_]+)_[0-9a-f-]{32,36}/([^/]+)/\\d+\\.log.*");

    /** What the names of logs end with. */
    private static final List<String> ENDS = List.of(".txt", ".log", ".jsonl", ".out");

    /** What they have in them, as {@code trace}, {@code consoleText} or {@code app.log.1} do. */
    private static final List<String> PARTS = List.of("log", "trace", "console");

    static LogPlace of(Address address) {
        String path = address.path();
        Matcher jenkins = JENKINS.matcher(path);
        if (jenkins.matches()) {
            String branch = jenkins.group(2) == null ? "" : "/" + jenkins.group(2);
            return named(jenkins.group(1) + branch + " " + jenkins.group(3), "");
        }
        Matcher pod = POD.matcher(path);
        if (pod.matches()) {
            return named(pod.group(1) + "/" + pod.group(2), pod.group(3));
        }
        Matcher archived = ARCHIVED.matcher(path);
        if (archived.matches() && address instanceof Address.Inside) {
            String job = archived.group(1);
            String name = archived.group(3);
            return job == null ? named(name, "") : named(job, archived.group(2) + " " + name);
        }
        return UNKNOWN;
    }

    private static LogPlace named(String job, String step) {
        return new LogPlace(StepName.of(job), StepName.of(step));
    }

    /** Tells whether something may be a log by where it lies; what is piped in may always be. */
    static boolean mayBeLog(Address address) {
        if (address instanceof Address.StandardInput) {
            return true;
        }
        String path = address.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean usual = name.lastIndexOf('.') <= 0 || endsInDigit(name) || name.endsWith(".json");
        return ENDS.stream().anyMatch(name::endsWith)
                || (usual && PARTS.stream().anyMatch(name::contains));
    }

    private static boolean endsInDigit(String name) {
        return !name.isEmpty() && Bytes.isDigit(name.charAt(name.length() - 1));
    }
}

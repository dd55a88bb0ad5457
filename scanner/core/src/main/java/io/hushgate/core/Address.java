package io.hushgate.core;

/**
 * Where an artifact lies, in words that mean the same on every machine: no absolute path, {@code /}
 * as separator. Two artifacts with equal addresses in one run are the same artifact.
 */
public sealed interface Address {
    /** A file of a directory or work tree. */
    record File(String path) implements Address {}

    /** What a process read from its standard input. */
    record StandardInput() implements Address {}

    /** A path as it stands in the git index, which may differ from the work tree. */
    record Staged(String path) implements Address {}

    /** A path in a commit. */
    record InCommit(String commit, String path) implements Address {}

    /** A git object by its id, before it is known which commits hold it. */
    record GitObject(String id) implements Address {}

    /** The message of a commit. */
    record CommitMessage(String commit) implements Address {}

    /** The message of an annotated tag, by the tag's name. */
    record TagMessage(String tag) implements Address {}

    /** A path in a container image layer, named by its digest {@code sha256:...}. */
    record InLayer(String digest, String path) implements Address {}

    /**
     * A part of what an image says of itself: {@code env}, {@code labels}, {@code history 3}.
     *
     * @param digest of the configuration, or of the manifest that annotates it
     */
    record InImageConfig(String digest, String part) implements Address {}

    /**
     * A step of a job in a log of continuous integration; lines and columns are those of the log.
     *
     * @param log where the log itself lies
     * @param job may be empty, where the log does not tell
     * @param step may be empty, where the log does not tell
     */
    record LogStep(Address log, String job, String step) implements Address {
        /** Job and step as one text; empty when the log tells neither. */
        public String place() {
            return job.isEmpty() || step.isEmpty() ? job + step : job + "/" + step;
        }
    }

    /** An entry of an archive, or a decoded layer, inside another artifact. */
    record Inside(Address outer, String entry) implements Address {}

    /** The form used in reports, suppressions and coverage. */
    default String text() {
        return switch (this) {
            case File(var path) -> path;
            case StandardInput() -> "<stdin>";
            case Staged(var path) -> path;
            case InCommit(var commit, var path) -> commit + ":" + path;
            case GitObject(var id) -> "object " + id;
            case CommitMessage(var commit) -> commit + ":<message>";
            case TagMessage(var tag) -> "tag " + tag + ":<message>";
            case InLayer(var digest, var path) -> digest + "!" + path;
            case InImageConfig(var digest, var part) -> digest + ":<" + part + ">";
            case LogStep step ->
                    step.log().text() + (step.place().isEmpty() ? "" : "#" + step.place());
            case Inside(var outer, var entry) -> outer.text() + "!" + entry;
        };
    }

    /** The path part alone, for rules about places; empty where there is none. */
    default String path() {
        return switch (this) {
            case File(var path) -> path;
            case StandardInput() -> "";
            case Staged(var path) -> path;
            case InCommit(var commit, var path) -> path;
            case GitObject(var id) -> "";
            case CommitMessage(var commit) -> "";
            case TagMessage(var tag) -> "";
            case InLayer(var digest, var path) -> path;
            case InImageConfig(var digest, var part) -> "Dockerfile";
            case LogStep step -> step.log().path();
            case Inside(var outer, var entry) -> entry;
        };
    }

    /**
     * The file, whichever commit or layer it was read from, so that it is the same in all of them;
     * the whole address where there is no path. What services show, and what acceptances name.
     */
    default String file() {
        return switch (this) {
            case File(var path) -> path;
            case Staged(var path) -> path;
            case InCommit(var commit, var path) -> path;
            case InLayer(var digest, var path) -> path;
            case InImageConfig(var digest, var part) -> "<" + part + ">";
            case Inside(var outer, var entry) -> outer.file() + "!" + entry;
            case LogStep step -> step.log().file();
            case StandardInput _, GitObject _, CommitMessage _, TagMessage _ -> text();
        };
    }
}

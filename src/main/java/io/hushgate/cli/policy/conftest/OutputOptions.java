package io.hushgate.cli.policy.conftest;

/**
 * What is told of results besides failures and warnings.
 *
 * @param exceptions whether the text for people names exceptions; they are counted in any case
 * @param skipped whether the text for people counts skipped tests
 * @param messagesInNames whether JUnit's names of cases hold the messages
 * @param passedFiles whether the annotations for GitHub tell of files without any complaint
 */
public record OutputOptions(
        boolean exceptions, boolean skipped, boolean messagesInNames, boolean passedFiles) {}

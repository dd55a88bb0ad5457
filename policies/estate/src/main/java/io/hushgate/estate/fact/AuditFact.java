package io.hushgate.estate.fact;

/**
 * What a Vault audit log shows: who asked for how much at once, and for what for the first time. Of
 * the log's values nothing is kept.
 *
 * <p>A subject is the role of the login, with its service account where it has one; else the
 * account, else the token's display name.
 */
public sealed interface AuditFact extends Fact {

    /**
     * A log as a whole.
     *
     * @param file its name
     * @param first time of its first request, as written
     * @param last time of its last one
     * @param plain entries with a value of a request or response that is not hashed
     * @param at the first of them, else the first line
     */
    record AuditTrail(String file, String first, String last, long plain, Provenance at)
            implements AuditFact {}

    /**
     * What a subject did in ten minutes that begin at full tens; of each subject the busiest ten
     * spans are told.
     *
     * @param start time at which the span begins
     * @param paths different ones that were asked for, at most 1,000
     * @param denied requests that were refused for want of a grant
     * @param at the first request of the span
     */
    record AuditBurst(String subject, String start, int paths, int denied, Provenance at)
            implements AuditFact {}

    /**
     * The first time that a subject asked for a path.
     *
     * @param operation as Vault calls it: {@code read}, {@code list}, {@code update}...
     * @param time of the first request, as written
     * @param count requests in all
     * @param hours from the beginning of the log to the first request
     * @param knownHours from the beginning of the log to the first request of the subject at all
     * @param at the first request
     */
    record AuditAccess(
            String subject,
            String operation,
            String path,
            String time,
            long count,
            int hours,
            int knownHours,
            Provenance at)
            implements AuditFact {}
}

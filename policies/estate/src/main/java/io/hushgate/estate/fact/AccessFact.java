package io.hushgate.estate.fact;

import java.util.List;

/**
 * What no file says alone: the grants of Vault roles held against what uses them, and whose tokens
 * somebody can get at. Worked out from all other facts, for the roles among them.
 */
public sealed interface AccessFact extends Fact {

    /**
     * Something uses a path of Vault by a role that does not grant it.
     *
     * @param role lower case
     * @param operation as Vault's audit log calls it: {@code read}, {@code list}, {@code update}...
     * @param path of the request, without {@code /v1/}
     * @param who such as {@code Deployment/web}
     * @param via how the use is known, such as {@code injector}
     * @param reason why it is refused, in words
     * @param undefined policies of the role that nobody defines, and that might grant it
     * @param at where the use is written
     */
    record MissingGrant(
            String role,
            String authMount,
            List<String> policies,
            String operation,
            String path,
            String who,
            String via,
            String reason,
            List<String> undefined,
            Provenance at)
            implements AccessFact {
        public MissingGrant {
            policies = List.copyOf(policies);
            undefined = List.copyOf(undefined);
        }
    }

    /**
     * A role grants what nothing that is known uses.
     *
     * @param policy that holds the stanza
     * @param path the pattern as written
     * @param capabilities that decide no use, sorted
     * @param whole whether the stanza decides no use at all
     * @param uses how many uses of the role are known
     * @param at the stanza
     */
    record UnusedGrant(
            String role,
            String authMount,
            String policy,
            String path,
            List<String> capabilities,
            boolean whole,
            int uses,
            Provenance at)
            implements AccessFact {
        public UnusedGrant {
            capabilities = List.copyOf(capabilities);
        }
    }

    /**
     * Somebody who may not log in by a Vault role can get the token of an account that may.
     *
     * @param kind of the subject: {@code account}, {@code user} or {@code group}
     * @param namespace of the subject; empty where it has none
     * @param steps from the subject to the role, in their order
     * @param paths patterns that the role opens, at most 20, in the order of its policies
     * @param at where the first step is permitted
     */
    record TokenTheft(
            String kind,
            String namespace,
            String subject,
            String role,
            String authMount,
            List<TheftStep> steps,
            List<String> paths,
            Provenance at)
            implements AccessFact {
        public TokenTheft {
            steps = List.copyOf(steps);
            paths = List.copyOf(paths);
        }
    }

    /**
     * One step, as a sentence without its subject, and where it is permitted.
     *
     * @param way a stable name, such as {@code executes-in}
     * @param file empty where the step follows from what the two are
     */
    record TheftStep(String way, String text, String file, int line, int column) {}
}

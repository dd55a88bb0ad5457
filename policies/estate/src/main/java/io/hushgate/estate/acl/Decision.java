package io.hushgate.estate.acl;

import java.util.Optional;

/**
 * The answer to one request.
 *
 * @param sudo whether the winning pattern has {@code sudo}
 * @param by the only pattern that counted; empty if none matched, or if nothing was needed
 */
public record Decision(boolean allowed, boolean sudo, Optional<Grant> by) {
    static final Decision NOTHING_MATCHES = new Decision(false, false, Optional.empty());
    static final Decision NOTHING_NEEDED = new Decision(true, false, Optional.empty());
}

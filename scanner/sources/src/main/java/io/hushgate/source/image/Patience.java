package io.hushgate.source.image;

import java.time.Duration;

/**
 * How long a registry is waited for.
 *
 * @param connect until a connection stands
 * @param answer until an answer begins, and until all of a manifest or configuration is there
 * @param silence how long a blob may give nothing
 * @param firstWait before something is asked for again; doubled each further time
 */
record Patience(Duration connect, Duration answer, Duration silence, Duration firstWait) {
    /** A registry that is busy answers within seconds; one that is gone never does. */
    static final Patience DEFAULT =
            new Patience(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500));
}

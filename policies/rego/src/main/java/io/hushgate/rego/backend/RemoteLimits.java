package io.hushgate.rego.backend;

import java.time.Duration;

/**
 * What waiting for a remote server may cost.
 *
 * @param connect how long a connection may take to come about, TLS included
 * @param answer how long one question may take from its start to the last byte of the answer
 * @param maxAnswerBytes size of an answer
 */
public record RemoteLimits(Duration connect, Duration answer, int maxAnswerBytes) {
    /**
     * 5 seconds to connect: three tries of TCP's first packet. 30 seconds to answer: an OPA that
     * needs more is not fit to be asked. 16 MiB: a decision over an estate of 100,000 objects stays
     * below.
     */
    public static final RemoteLimits DEFAULT =
            new RemoteLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 16 << 20);

    public RemoteLimits {
        if (!connect.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException("timeouts are positive");
        }
        if (maxAnswerBytes <= 0 || maxAnswerBytes == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the size of an answer is positive and below 2 GiB: " + maxAnswerBytes);
        }
    }
}

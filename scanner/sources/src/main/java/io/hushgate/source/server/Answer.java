package io.hushgate.source.server;

/**
 * What a server said.
 *
 * @param status of HTTP
 * @param body not to be changed; at most {@link ServerClient#MOST_BYTES}
 * @param whole whether the body was no longer than that
 */
@SuppressWarnings("ArrayRecordComponent") // read once by who asked; never compared
public record Answer(int status, byte[] body, boolean whole) {
    /** Tells whether the server gave what was asked for. */
    public boolean isOk() {
        return status == 200;
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}

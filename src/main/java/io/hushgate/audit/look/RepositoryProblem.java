package io.hushgate.audit.look;

/** A repository that cannot be fetched. The message is one line: place, what, remedy. */
final class RepositoryProblem extends RuntimeException {
    RepositoryProblem(String place, String what, String remedy) {
        super("%s: %s; %s".formatted(place, what, remedy));
    }

    RepositoryProblem(String place, String what, String remedy, Throwable cause) {
        super("%s: %s; %s".formatted(place, what, remedy), cause);
    }
}

package io.hushgate.estate;

import io.hushgate.estate.tree.Problem;

/**
 * Something of an artifact that could not be read, or can be read in two ways.
 *
 * @param address of the artifact
 */
public record Diagnostic(String address, Problem problem) implements Comparable<Diagnostic> {

    /** Place, what, remedy, on one line. */
    @Override
    public String toString() {
        return "%s:%d: %s; %s"
                .formatted(
                        address, problem.place().line(), problem.what(), problem.code().remedy());
    }

    @Override
    public int compareTo(Diagnostic other) {
        int byAddress = address.compareTo(other.address);
        if (byAddress != 0) {
            return byAddress;
        }
        int byPlace = problem.place().compareTo(other.problem.place());
        int byCode = byPlace != 0 ? byPlace : problem.code().compareTo(other.problem.code());
        return byCode != 0 ? byCode : problem.what().compareTo(other.problem.what());
    }
}

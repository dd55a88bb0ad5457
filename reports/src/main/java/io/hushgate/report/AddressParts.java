package io.hushgate.report;

import io.hushgate.core.Address;
import java.util.Optional;

/** The parts of an address that reports give fields of their own. */
public final class AddressParts {
    private AddressParts() {}

    /** The commit that the artifact was read from. */
    public static Optional<String> commit(Address address) {
        return switch (address) {
            case Address.InCommit(var commit, var path) -> Optional.of(commit);
            case Address.CommitMessage(var commit) -> Optional.of(commit);
            case Address.Inside(var outer, var entry) -> commit(outer);
            case Address.File file -> Optional.empty();
            case Address.StandardInput input -> Optional.empty();
            case Address.Staged staged -> Optional.empty();
            case Address.GitObject object -> Optional.empty();
            case Address.TagMessage message -> Optional.empty();
            case Address.InLayer layer -> Optional.empty();
            case Address.InImageConfig config -> Optional.empty();
            case Address.LogStep step -> commit(step.log());
        };
    }

    /** The image layer that the artifact was read from. */
    public static Optional<String> layer(Address address) {
        return switch (address) {
            case Address.InLayer(var digest, var path) -> Optional.of(digest);
            case Address.InImageConfig config -> Optional.empty();
            case Address.Inside(var outer, var entry) -> layer(outer);
            case Address.InCommit commit -> Optional.empty();
            case Address.CommitMessage message -> Optional.empty();
            case Address.File file -> Optional.empty();
            case Address.StandardInput input -> Optional.empty();
            case Address.Staged staged -> Optional.empty();
            case Address.GitObject object -> Optional.empty();
            case Address.TagMessage message -> Optional.empty();
            case Address.LogStep step -> layer(step.log());
        };
    }
}

package io.hushgate.source.archive;

import io.hushgate.core.Address;
import io.hushgate.core.Limits;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import java.util.function.Predicate;

/**
 * Stands between a source and its consumers and opens what is a container. Everything else goes
 * through untouched, at the price of a look at its first bytes.
 *
 * @param inner takes what does not need opening, and the entries of what does
 * @param deadline of the run, in the terms of {@link System#nanoTime}
 * @param opens whether a container is opened, by its address; what is not is handed on as it is
 * @param leavesOut whether something is neither opened nor handed on; asked once for each artifact
 * @param log counts the entries, and what of them was not looked at
 */
public record Unpacking(
        ConsumerFactory inner,
        Limits limits,
        long deadline,
        Predicate<Address> opens,
        Predicate<Address> leavesOut,
        CoverageLog log)
        implements ConsumerFactory {
    @Override
    public ArtifactConsumer newConsumer() {
        return new Unpacker(inner.newConsumer(), this);
    }
}

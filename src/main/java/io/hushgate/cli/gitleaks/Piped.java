package io.hushgate.cli.gitleaks;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.source.Workers;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Standard input, which has no path. */
final class Piped implements FragmentSource {
    private final int archiveDepth;

    Piped(LeakOptions options) {
        this.archiveDepth = options.archiveDepth;
    }

    @Override
    public void read(
            GitleaksConfig config,
            Workers workers,
            Supplier<Consumer<Fragment>> looks,
            LeakLog log) {
        Consumer<Fragment> look = looks.get();
        try (FileInputStream input = new FileInputStream(FileDescriptor.in)) {
            byte[] bytes = input.readAllBytes();
            if (archiveDepth > 0 && BinaryKind.isOne(bytes)) {
                new Opened(archiveDepth, look)
                        .open(Artifact.InMemory.of(new Address.StandardInput(), bytes));
            } else {
                FileFragments.of("", "", bytes, look);
            }
        } catch (IOException e) {
            throw new LeakProblem("standard input broke off; run what writes it again");
        }
    }
}

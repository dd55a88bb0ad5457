package io.hushgate.cli;

import io.hushgate.run.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"hushgate " + ProgramVersion.get()};
    }
}

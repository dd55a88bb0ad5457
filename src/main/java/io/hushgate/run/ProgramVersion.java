package io.hushgate.run;

import java.util.Optional;

/** The version of the program that runs. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** As the build wrote it into the jar; {@code development} when classes run outside of one. */
    public static String get() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}

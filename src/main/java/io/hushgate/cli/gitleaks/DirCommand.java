package io.hushgate.cli.gitleaks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gitleaks dir}: the files of a directory, or one file. */
@Command(
        name = "dir",
        aliases = {"directory", "file"},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Looks for leaks in files, as gitleaks does.", ""},
        footer = {
            "",
            "Example:",
            "  hushgate dir . -v                        every file, each leak as it is found",
            "",
            "Exit codes are those of gitleaks: 0 clean, --exit-code at leaks, 1 failed, 126 unknown flag.",
            "`hushgate scan DIRECTORY` leaves out what git ignores, and judges policies."
        })
public final class DirCommand implements LeakCommand {
    @Mixin private LeakOptions options = new LeakOptions();

    @Parameters(arity = "0..1", paramLabel = "PATH", defaultValue = ".")
    private String source = ".";

    @Option(names = "--follow-symlinks", description = "Also files that symbolic links lead to.")
    private boolean followsLinks;

    @Override
    public Integer call() {
        String path = source.isEmpty() ? "." : source;
        return LeakRun.of(options, path)
                .over(new FilesBelow(path, followsLinks, options), ScmLink.NONE);
    }
}

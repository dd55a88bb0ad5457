package io.hushgate.cli.gitleaks;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gitleaks detect}, the older name of {@code git}, {@code dir} and {@code stdin}. */
@Command(
        name = "detect",
        hidden = true,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"The older form of git, dir (--no-git) and stdin (--pipe).", ""})
public final class DetectCommand implements LeakCommand {
    @Mixin private LeakOptions options = new LeakOptions();

    @Option(
            names = {"-s", "--source"},
            paramLabel = "PATH",
            defaultValue = ".",
            description = "What to look at (default: .).")
    private String source = ".";

    @Option(names = "--no-git", description = "The files, not the commits.")
    private boolean noGit;

    @Option(names = "--pipe", description = "Standard input.")
    private boolean pipe;

    @Option(names = "--follow-symlinks", description = "Also files that symbolic links lead to.")
    private boolean followsLinks;

    @Option(
            names = "--log-opts",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "Which commits.")
    private String logOptions = "";

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            defaultValue = "",
            description = "For links.")
    private String platform = "";

    @Override
    public Integer call() {
        LeakRun run = LeakRun.of(options, source);
        if (noGit) {
            return run.over(new FilesBelow(source, followsLinks, options), ScmLink.NONE);
        }
        if (pipe) {
            return run.over(new Piped(options), ScmLink.NONE);
        }
        Path repository = Path.of(source);
        return run.over(CommitPatches.of(repository, logOptions), ScmLink.of(repository, platform));
    }
}

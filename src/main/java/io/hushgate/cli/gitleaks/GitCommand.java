package io.hushgate.cli.gitleaks;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gitleaks git}: what commits added, or what the next one would. */
@Command(
        name = "git",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Looks for leaks in a repository's commits, as gitleaks does.", ""},
        footer = {
            "",
            "Examples:",
            "  hushgate git . -f sarif -r leaks.sarif   every commit",
            "  hushgate git --pre-commit --staged       what the next commit would add",
            "",
            "Exit codes are those of gitleaks: 0 clean, --exit-code at leaks, 1 failed, 126 unknown flag.",
            "`hushgate scan --history` looks at merges and messages too, and judges policies."
        })
public final class GitCommand implements LeakCommand {
    @Mixin private LeakOptions options = new LeakOptions();

    @Parameters(arity = "0..1", paramLabel = "REPOSITORY", defaultValue = ".")
    private String source = ".";

    @Option(names = "--staged", description = "What is staged.")
    private boolean staged;

    @Option(names = "--pre-commit", description = "What is changed and not staged, or --staged.")
    private boolean preCommit;

    @Option(
            names = "--log-opts",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description =
                    "Which commits: revisions and ranges, --all, --branches, --tags, "
                            + "--remotes, --since, --until, --max-count, --first-parent, "
                            + "--no-merges, -- PATH.")
    private String logOptions = "";

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "For links: github, gitlab, azuredevops, gitea, bitbucket, none (default: by the remote).")
    private String platform = "";

    @Override
    public Integer call() {
        Path repository = Path.of(source.isEmpty() ? "." : source);
        LeakRun run = LeakRun.of(options, repository.toString());
        if (staged || preCommit) {
            return run.over(new PendingChanges(repository, staged), ScmLink.NONE);
        }
        return run.over(CommitPatches.of(repository, logOptions), ScmLink.of(repository, platform));
    }
}

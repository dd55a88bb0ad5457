package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryScanTest {
    @TempDir private Path repository;

    @BeforeEach
    void makeARepository() throws IOException {
        git("init", "-q", "-b", "main");
        write("README", "hello\n");
        git("add", ".");
        git("commit", "-q", "-m", "first");
    }

    @Test
    void looksOnlyAtWhatTheNextCommitAdds() throws IOException {
        write("old.env", "A=" + Sample.githubToken("old") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "old leak");
        write(
                "old.env",
                "A=" + Sample.githubToken("old") + "\nB=" + Sample.githubToken("new") + "\n");
        git("add", "old.env");
        write("untracked.env", "C=" + Sample.githubToken("untracked") + "\n");
        Result result = scan("--staged");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("old.env:2:3").doesNotContain("old.env:1:3", "untracked");
    }

    @Test
    void nothingStagedIsGreen() {
        assertThat(scan("--staged").exitCode()).isZero();
    }

    @Test
    void findsLeaksThatOnlyTheHistoryHolds() throws IOException {
        git("checkout", "-q", "-b", "side");
        write("side.txt", "side\n");
        git("add", ".");
        git("commit", "-q", "-m", "side");
        git("checkout", "-q", "main");
        write("main.txt", "main\n");
        git("add", ".");
        git("commit", "-q", "-m", "main");
        git("merge", "-q", "--no-ff", "--no-commit", "side");
        write("merge.env", "M=" + Sample.githubToken("merge") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "merge");
        git("rm", "-q", "merge.env");
        git("commit", "-q", "-m", "remove it again");

        git("checkout", "-q", "-b", "gone");
        write("gone.env", "G=" + Sample.githubToken("gone") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "gone");
        git("tag", "kept");
        git("checkout", "-q", "main");
        git("branch", "-q", "-D", "gone");

        write("README", "S=" + Sample.githubToken("stash") + "\n");
        git("stash", "-q");
        git("commit", "-q", "--allow-empty", "-m", "try " + Sample.githubToken("message"));

        Result result = scan("--history");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(":merge.env:1:3", ":gone.env:1:3", ":README:1:3", ":<message>:1:5")
                .contains("4 leaked credentials", "not in the files of HEAD", "on    kept");
        assertThat(scan().exitCode()).isZero();
    }

    @Test
    void saysSinceWhenAndWhereALeakIs() throws IOException {
        write("a.env", "A=" + Sample.githubToken("still") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "leak");
        Result result = scan("--history");
        assertThat(result.out())
                .contains("since ", "Ann Author", "on    main")
                .doesNotContain("until");
    }

    @Test
    void looksAtWhatAMergeRequestAdds() throws IOException {
        write("before.env", "A=" + Sample.githubToken("before") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "before");
        git("checkout", "-q", "-b", "request");
        write("request.env", "B=" + Sample.githubToken("request") + "\n");
        git("add", ".");
        git("commit", "-q", "-m", "request");
        Result result = scan("--from-ref", "main");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("request.env").doesNotContain("before.env");
        Result unknown = scan("--from-ref", "nowhere");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("nowhere");
    }

    @Test
    void aShallowCloneIsIncomplete() throws IOException {
        write("b", "b\n");
        git("add", ".");
        git("commit", "-q", "-m", "second");
        Path clone = repository.resolveSibling(repository.getFileName() + "-clone");
        Program.git(
                repository,
                "clone",
                "-q",
                "--depth",
                "1",
                "file://" + repository,
                clone.toString());
        Result result = Program.run(clone, "scan", "--history", ".");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("SHALLOW");
        assertThat(Program.run(clone, "scan", "--history", "--allow-incomplete", ".").exitCode())
                .isZero();
    }

    @Test
    void executesNothingThatTheRepositoryConfigures() throws IOException {
        Path marker = repository.resolveSibling(repository.getFileName() + "-executed");
        String touch = "touch " + marker;
        Files.writeString(
                repository.resolve(".git/config"),
                """
                [core]
                \trepositoryformatversion = 0
                \tfsmonitor = "%s"
                \thooksPath = /nonexistent
                \tpager = "%s"
                [filter "evil"]
                \tclean = "%s"
                \tsmudge = "%s"
                [alias]
                \tstatus = "!%s"
                [include]
                \tpath = /dev/zero
                """
                        .formatted(touch, touch, touch, touch, touch));
        write(".gitattributes", "* filter=evil diff=evil\n");
        for (String mode : new String[] {"--staged", "--history", "--no-ignore"}) {
            assertThat(scan(mode).exitCode()).as(mode).isZero();
        }
        assertThat(marker).doesNotExist();
    }

    @Test
    void writesNothingIntoTheRepository() throws IOException {
        String before = listing();
        scan();
        scan("--history");
        scan("--staged");
        assertThat(listing()).isEqualTo(before);
    }

    private String listing() throws IOException {
        try (var walk = Files.walk(repository)) {
            StringBuilder listing = new StringBuilder();
            for (Path path : walk.sorted().toList()) {
                listing.append(path)
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
                        .append('\n');
            }
            return listing.toString();
        }
    }

    private Result scan(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "scan";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = ".";
        return Program.run(repository, all);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(repository.resolve(name), text);
    }

    private void git(String... arguments) {
        Program.git(repository, arguments);
    }
}

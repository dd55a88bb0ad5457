package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Limits;
import io.hushgate.source.Collected;
import io.hushgate.source.Workers;
import io.hushgate.source.file.DirectorySource;
import io.hushgate.source.file.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileRepositoryTest {
    @TempDir Path directory;

    @Test
    void nothingInARepositoryRunsAndNothingIsWritten() throws IOException {
        Git git = Git.init(directory.resolve("repo"));
        git.add("f", "one\n").add(".gitattributes", "* filter=evil diff=evil\n").commit("1");
        git.add("f", "two\n");
        Path marker = directory.resolve("marker");
        Path script = directory.resolve("script");
        Files.writeString(script, "#!/bin/sh\ntouch " + marker + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path outside = directory.resolve("outside.config");
        Files.writeString(outside, "[extensions]\n\tobjectFormat = sha256\n");
        Files.writeString(
                git.directory().resolve(".git/config"),
                """
                [core]
                	repositoryformatversion = 0
                	fsmonitor = %1$s
                	hooksPath = %2$s
                	sshCommand = %1$s
                	pager = %1$s
                	editor = %1$s
                	attributesFile = /dev/random
                	excludesFile = /dev/random
                [filter "evil"]
                	clean = %1$s
                	smudge = %1$s
                	required = true
                [diff]
                	external = %1$s
                [diff "evil"]
                	textconv = %1$s
                	command = %1$s
                [alias]
                	log = !%1$s
                [include]
                	path = %3$s
                [credential]
                	helper = %1$s
                """
                        .formatted(script, directory, outside));
        for (String hook : new String[] {"pre-commit", "post-checkout", "fsmonitor-watchman"}) {
            Path file = git.directory().resolve(".git/hooks/" + hook);
            Files.createDirectories(file.getParent());
            Files.copy(script, file);
        }
        Map<String, String> before = state();
        GitRepository repository = git.open();
        assertThat(Collected.of(StagedSource.of(repository)).texts()).containsEntry("f", "two\n");
        HistorySource history = HistorySource.of(repository);
        Collected read = Collected.of(history, 2);
        assertThat(read.texts()).containsValue("one\n");
        history.attribute(read.bytes().keySet(), Workers.ONE);
        assertThat(repository.readFile("HEAD", "f")).isPresent();
        Collected files =
                Collected.of(
                        DirectorySource.of(
                                git.directory(), "", Selection.AS_GIT_SEES_IT, Limits.DEFAULT));
        assertThat(files.texts()).containsEntry("f", "two\n");
        assertThat(marker).doesNotExist();
        assertThat(state()).isEqualTo(before);
    }

    /** Every file with its size and time. */
    private Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                state.put(
                        file.toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                + " "
                                + (Files.isRegularFile(file) ? Files.size(file) : -1));
            }
        }
        return state;
    }
}

package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Limits;
import io.hushgate.source.Collected;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another implementation's files, and a machine without git: JGit writes, we read. */
class JGitWrittenRepositoryTest {
    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.com");

    @TempDir Path directory;

    /** Keeps JGit from running git, and from reading and writing configurations of the machine. */
    @BeforeAll
    static void keepJGitToItself() {
        SystemReader usual = SystemReader.getInstance();
        // In the foreground: a background probe writes into the directory while it is deleted.
        FS.FileStoreAttributes.setBackground(false);
        SystemReader.setInstance(
                new SystemReader.Delegate(usual) {
                    @Override
                    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
                        return empty(fs);
                    }

                    @Override
                    public FileBasedConfig openUserConfig(Config parent, FS fs) {
                        return empty(fs);
                    }

                    @Override
                    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
                        return empty(fs);
                    }
                });
    }

    private static FileBasedConfig empty(FS fs) {
        return new FileBasedConfig(null, new File("/nowhere/config"), fs) {
            @Override
            public void load() {}

            @Override
            public void save() {}

            @Override
            public boolean isOutdated() {
                return false;
            }
        };
    }

    @Test
    void readsLooseObjectsPacksAndTheIndex() throws Exception {
        Set<String> expected = new TreeSet<>();
        try (Git git = Git.init().setDirectory(directory.toFile()).call();
                ObjectInserter.Formatter ids = new ObjectInserter.Formatter()) {
            for (int i = 0; i < 30; i++) {
                String content = "line of text\n".repeat(60) + "version " + i + "\n";
                expected.add(
                        ids.idFor(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8))
                                .name());
                Files.writeString(directory.resolve("f" + i % 4), content);
                git.add().addFilepattern(".").call();
                git.commit()
                        .setMessage("c" + i)
                        .setAuthor(ADA)
                        .setCommitter(ADA)
                        .setSign(false)
                        .call();
            }
            assertThat(blobs()).isEqualTo(expected);
            git.gc().call();
            assertThat(blobs()).isEqualTo(expected);
            Files.writeString(directory.resolve("f1"), "line of text\nnew\n");
            git.add().addFilepattern("f1").call();
        }
        GitRepository repository = GitRepository.open(directory, Limits.DEFAULT);
        assertThat(Collected.of(StagedSource.of(repository)).added().get("f1"))
                .containsExactly("new");
        assertThat(repository.commit("HEAD").author()).isEqualTo("Ada <ada@example.com>");
    }

    private Set<String> blobs() {
        GitRepository repository = GitRepository.open(directory, Limits.DEFAULT);
        Collected read = Collected.of(HistorySource.of(repository), 2);
        assertThat(read.coverage().isComplete()).isTrue();
        assertThat(read.coverage().commits()).isEqualTo(30);
        Set<String> ids = new TreeSet<>();
        for (String address : read.texts().keySet()) {
            if (address.startsWith("object ")) {
                ids.add(address.substring("object ".length()));
            }
        }
        return ids;
    }
}

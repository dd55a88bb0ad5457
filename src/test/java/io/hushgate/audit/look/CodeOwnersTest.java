package io.hushgate.audit.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import org.junit.jupiter.api.Test;

/** The examples are those of GitHub's and GitLab's documents, in other words. */
class CodeOwnersTest {
    private static void owned(String file, String path, String... owners) {
        assertThat(CodeOwners.parse(file).of(new Address.File(path)))
                .as(path)
                .containsExactly(owners);
    }

    @Test
    void theLastPatternThatMatchesWins() {
        String file =
                """
                # comment
                *            @everybody @org/core   # as long as nothing else matches
                *.js         @js
                /build/logs/ doctor@example.com
                docs/*       docs@example.com
                apps/        @apps
                /scripts/    @a @b
                **/logs      @logs
                /apps/github
                """;
        owned(file, "README", "@everybody", "@org/core");
        owned(file, "a/b/c.js", "@js");
        owned(file, "build/logs/x/y", "@logs");
        owned(file, "docs/intro.md", "docs@example.com");
        owned(file, "docs/deep/intro.md", "@everybody", "@org/core");
        owned(file, "x/apps/y", "@apps");
        owned(file, "scripts/run", "@a", "@b");
        owned(file, "other/scripts/run", "@everybody", "@org/core");
        owned(file, "apps/github/x");
    }

    @Test
    void eachSectionOfGitLabsHasItsLast() {
        String file =
                """
                *.md @docs
                [Database] @dba
                model/
                ^[Security][2] @sec
                auth/ @auth
                model/keys.md
                with\\ blank @blank
                """;
        owned(file, "model/keys.md", "@docs", "@dba", "@sec");
        owned(file, "src/auth/x", "@auth");
        owned(file, "with blank", "@blank");
    }

    @Test
    void anArchiveBelongsToWhomItsFileBelongsTo() {
        CodeOwners owners = CodeOwners.parse("*.zip @zip\n");
        Address inside = new Address.Inside(new Address.File("a/b.zip"), "c.txt");
        assertThat(owners.of(inside)).containsExactly("@zip");
        assertThat(owners.of(new Address.InCommit("c0ffee", "a/b.zip"))).containsExactly("@zip");
        assertThat(owners.of(new Address.StandardInput())).isEmpty();
    }

    @Test
    void hostilePatternsTakeNoTime() {
        String stars = "*a".repeat(2_000) + "/**".repeat(2_000) + "/b";
        assertThat(CodeOwners.parse(stars + " @a").of(new Address.File("a/".repeat(2_000) + "c")))
                .isEmpty();
    }
}

package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {
    @TempDir private Path directory;

    @Test
    void saysWhyATokenShutsTheGate() throws IOException {
        write("one\ntoken=" + Sample.githubToken("why") + "\n");
        assertThat(why("app.env:2").out())
                .contains(
                        "column 7 matches github-pat",
                        "reported: checksum-valid, high confidence; shuts the gate",
                        "because  the checksum inside is right")
                .doesNotContain("ghp_");
    }

    @Test
    void saysWhyAPlaceholderIsNotReported() throws IOException {
        write("db_password = \"changeme\"\n");
        assertThat(why("app.env:1").out())
                .contains(
                        "matches generic-password",
                        "not reported: placeholder",
                        "changes  a value in clear that follows the form would be reported");
    }

    @Test
    void saysHowMuchIsMissing() throws IOException {
        write("password_label = \"the customer name\"\n");
        assertThat(why("app.env:1").out())
                .contains(
                        "is weighed by generic-password", "speak for", "speak against", "changes");
    }

    @Test
    void saysWhereEachRuleStopped() throws IOException {
        write("ghp_tooshort and a password somewhere\n");
        assertThat(why("app.env:1").out())
                .contains(
                        "was looked at by github-pat",
                        "has not the form of the credential",
                        "`hushgate rules explain github-pat`",
                        "no value is assigned to the name");
    }

    @Test
    void saysThatNobodyLooked() throws IOException {
        write("nothing here\n");
        assertThat(why("app.env:1").out()).contains("No rule has a keyword here");
    }

    @Test
    void takesOnlyAPlaceThatIs() throws IOException {
        write("one\n");
        assertThat(why("app.env"))
                .isEqualTo(refused("app.env: write FILE:LINE, such as deploy/app.env:2"));
        assertThat(why("app.env:7")).isEqualTo(refused("app.env has 2 lines; there is no line 7"));
        assertThat(why("other.env:1"))
                .isEqualTo(
                        refused(
                                "other.env: cannot be read; name a file and a line, as in a report"));
    }

    private static Program.Result refused(String message) {
        return new Program.Result(2, "", "hushgate: " + message + "\n");
    }

    private Program.Result why(String place) {
        return Program.run(directory, "why", place);
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("app.env"), text);
    }
}

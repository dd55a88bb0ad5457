package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hushgate.cli.Program.Result;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real gitleaks and our commands over the same trees with the same configuration: the same
 * findings, field by field. Needs {@code -Dgitleaks.binary=PATH}; {@code -Dgitleaks.config=FILE}
 * takes a configuration of somebody's in place of this one, and {@code -Dgitleaks.tree=DIRECTORY}
 * their repository.
 */
class GitleaksSideBySideTest {
    private static final String BINARY = System.getProperty("gitleaks.binary", "");
    private static final String CONFIG = System.getProperty("gitleaks.config", "");
    private static final String TREE = System.getProperty("gitleaks.tree", "");

    private static final String RULES =
            """
            [[rules]]
            id = "tok"
            description = "A <token> & more"
            regex = '''(?i)(?:token|key)[\\s'"]{0,3}[=:]\\s{0,3}['"]?(tok_[a-z0-9]{8})(?:['"\\s;]|$)'''
            keywords = ["tok_"]
            tags = ["a", "b"]
            [[rules]]
            id = "generic-value"
            regex = '''[=:] ?['"]?([a-z0-9_]{12})\\b'''
            entropy = 3.1
            [[rules]]
            id = "hex"
            regex = '''\\b[0-9a-f]{32}\\b'''
            keywords = ["acme"]
            secretGroup = 0
            [[rules]]
            id = "block"
            regex = '''BEGIN-[A-Z]+\\n(?:[a-z]+\\n)+END'''
            [[rules.allowlists]]
            condition = "AND"
            paths = ['''allowed''']
            stopwords = ["QUIET"]
            [[rules]]
            id = "pair"
            regex = '''user_[0-9]{4}'''
            [[rules.required]]
            id = "tok"
            withinLines = 2
            [[allowlists]]
            paths = ['''(^|/)vendor/''']
            [[allowlists]]
            regexTarget = "line"
            regexes = ['''# sample$''']
            [[allowlists]]
            targetRules = ["hex"]
            stopwords = ["dead"]
            """;

    @TempDir private Path directory;
    private Path tree = Path.of("");
    private Path config = Path.of("");

    @BeforeEach
    void makeTree() throws IOException {
        assumeThat(BINARY).as("-Dgitleaks.binary").isNotEmpty();
        config = directory.resolve("rules.toml");
        if (CONFIG.isEmpty()) {
            Files.writeString(config, RULES);
        } else {
            Files.copy(Path.of(CONFIG), config);
        }
        if (!TREE.isEmpty()) {
            tree = Path.of(TREE);
            return;
        }
        tree = Files.createDirectory(directory.resolve("tree"));
        Program.git(tree, "init", "-q", "-b", "main");
        write("a.txt", "# none\nkey = 'tok_ab12cd34'\nuser_1234\n".getBytes(UTF_8));
        write("crlf.txt", "x: 1\r\ntoken: tok_ab12cd35\r\nlast: zq81mv02hd77".getBytes(UTF_8));
        write(
                "latin.txt",
                "\u00e9\u00e8 key=tok_ab12cd36 \u00fc\nkey=\u00e9tok_ab\n".getBytes(ISO_8859_1));
        write("wide.txt", "\u00e9\ud83d\ude00 key=tok_ab12cd37\n".getBytes(UTF_8));
        write(
                "hex.txt",
                ("acme\n" + "0a1b".repeat(8) + "\n" + "dead".repeat(8) + "\n").getBytes(UTF_8));
        write("vendor/a.txt", "key = tok_ab12cd38\n".getBytes(UTF_8));
        write("allowed/b.txt", "BEGIN-QUIET\nabc\nEND\nBEGIN-LOUD\nabc\nEND\n\n".getBytes(UTF_8));
        write(
                "s.txt",
                "key=tok_ab12cd39 # sample\nkey=tok_ab12cd40 # gitleaks:allow\n".getBytes(UTF_8));
        write("enc.txt", encoded().getBytes(UTF_8));
        write("long.txt", lengthy());
        write("binary.bin", new byte[] {'P', 'K', 3, 4, 'k', 'e', 'y'});
        commit("Add everything\n\nWith a body\nof two lines.");
        Files.move(tree.resolve("a.txt"), tree.resolve("moved.txt"));
        Files.writeString(
                tree.resolve("moved.txt"),
                Files.readString(tree.resolve("moved.txt")) + "more\nkey = tok_ab12cd41");
        Files.delete(tree.resolve("crlf.txt"));
        commit("Move one, delete another");
        Program.git(tree, "checkout", "-q", "-b", "side", "HEAD~1");
        write("side.txt", "key = tok_ab12cd42\n".getBytes(UTF_8));
        commit("On a side");
        Program.git(tree, "checkout", "-q", "main");
        Program.git(tree, "merge", "-q", "--no-edit", "side");
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void commit(String message) {
        Program.git(tree, "add", "-A");
        Program.git(tree, "commit", "-q", "-m", message);
    }

    private static String encoded() {
        String once = base64("the key = 'tok_ab12cd43' is here");
        return "data: %s\nmore: %s\nurl?q=key%%3Dtok_ab12cd44%%3B\n".formatted(once, base64(once));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** Long enough for several fragments, with values at many places. */
    private static byte[] lengthy() {
        Random random = new Random(20261122);
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 400_000; i++) {
            text.append("line ").append(i).append(" of some text that says nothing").append('\n');
            if (random.nextInt(40) == 0) {
                text.append("key = tok_").append(10_000_000 + i).append('\n');
            }
            if (random.nextInt(900) == 0) {
                text.append("\n \n");
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    void directory() throws IOException {
        compare("dir", tree.toString(), "--max-decode-depth", "0");
    }

    @Test
    void directoryWithDecoding() throws IOException {
        compare("dir", tree.toString(), "--max-decode-depth", "5");
    }

    @Test
    void history() throws IOException {
        compare("git", tree.toString(), "--max-decode-depth", "3");
    }

    @Test
    void chosenCommits() throws IOException {
        compare(
                "git",
                tree.toString(),
                "--max-decode-depth",
                "0",
                "--log-opts=--first-parent HEAD~1..HEAD");
    }

    @Test
    void stagedAndChangedFiles() throws IOException {
        assumeThat(TREE).isEmpty();
        Files.writeString(tree.resolve("s.txt"), "key=tok_ab12cd50\n");
        Files.writeString(tree.resolve("new.txt"), "one\nkey=tok_ab12cd51\n");
        Program.git(tree, "add", "-A");
        Files.writeString(tree.resolve("new.txt"), "one\nkey=tok_ab12cd51\nkey=tok_ab12cd52\n");
        compare("protect", "-s", tree.toString(), "--staged", "--max-decode-depth", "0");
        compare("git", "--pre-commit", tree.toString(), "--max-decode-depth", "0");
    }

    @Test
    void baselinesAreTheSameBothWays() throws IOException {
        Path report = directory.resolve("baseline.json");
        List<String> all =
                List.of(
                        "dir",
                        tree.toString(),
                        "--redact",
                        "--max-decode-depth",
                        "0",
                        "-c",
                        config.toString());
        List<String> theirs = new ArrayList<>(List.of(BINARY));
        theirs.addAll(all);
        theirs.addAll(List.of("-f", "json", "-r", report.toString()));
        Program.execute(directory, theirs);
        List<String> ours = new ArrayList<>(all);
        ours.addAll(List.of("-b", report.toString()));
        assertThat(Program.run(directory, ours.toArray(String[]::new)).exitCode()).isZero();
    }

    private void compare(String... arguments) throws IOException {
        Path theirs = directory.resolve("theirs.json");
        Path ours = directory.resolve("ours.json");
        Result expected = Program.execute(directory, command(List.of(BINARY), arguments, theirs));
        Result actual =
                Program.run(directory, command(List.of(), arguments, ours).toArray(String[]::new));
        List<String> missing = findings(theirs);
        findings(ours).forEach(missing::remove);
        List<String> more = findings(ours);
        findings(theirs).forEach(more::remove);
        assertThat(missing).as("not found here").isEmpty();
        assertThat(more).as("not found there").isEmpty();
        assertThat(actual.exitCode()).isEqualTo(expected.exitCode());
    }

    private List<String> command(List<String> program, String[] arguments, Path report) {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(arguments));
        command.addAll(
                List.of(
                        "--redact",
                        "-c",
                        config.toString(),
                        "-f",
                        "json",
                        "-r",
                        report.toString()));
        return command;
    }

    /** Every finding with all its fields; gitleaks' own order differs from run to run. */
    private static List<String> findings(Path report) throws IOException {
        Value all = JsonReader.standard().read(Files.readString(report));
        List<String> findings = new ArrayList<>();
        ((RegoArray) all).forEach(finding -> findings.add(finding.toString()));
        return findings;
    }
}

package io.hushgate.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.eval.EvalLimits;
import io.hushgate.rego.load.Bundle;
import io.hushgate.rego.load.BundleReader;
import io.hushgate.rego.load.FileLoader;
import io.hushgate.rego.load.LoadLimits;
import io.hushgate.rego.load.LoadProblem;
import io.hushgate.rego.load.Placement;
import io.hushgate.rego.load.SourceFile;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policies and data get wrong, and what is said about it: a place, a code, and the words. */
final class BadInputTest {
    @TempDir private Path root;

    @Test
    void aSyntaxErrorLeavesTheOtherRulesToBeRead() {
        assertThat(errors("package a\n\np := [1 2]\n\nq := 3\n\nr := {\"x\" 1}\n"))
                .extracting(e -> e.location().row())
                .contains(3, 7)
                .doesNotContain(5);
        RegoError first = errors("package a\n\np := [1 2]\n").getFirst();
        assertThat(first.code().id()).isEqualTo("rego_parse_error");
        assertThat(first.location().column()).isEqualTo(9);
    }

    @Test
    void aSyntaxErrorInAFileLeavesTheOtherFilesToBeRead() {
        List<SourceFile> files =
                List.of(
                        new SourceFile("one.rego", "package one\n\np := \n"),
                        new SourceFile("two.rego", "package two\n"),
                        new SourceFile("three.rego", "package three\n\np := ]\n"));
        assertThatThrownBy(() -> SourceFile.parse(files, ParserOptions.V1))
                .hasMessageContaining("one.rego:")
                .hasMessageContaining("three.rego:3")
                .hasMessageNotContaining("two.rego");
    }

    @Test
    void anUnsafeVariable() {
        assertThat(errors("package a\n\np if {\n\tx > 1\n}\n").getFirst())
                .hasToString("a.rego:4: rego_unsafe_var_error: var x is unsafe");
    }

    @Test
    void recursion() {
        assertThat(errors("package a\n\np if q\n\nq if p\n"))
                .extracting(RegoError::toString)
                .anyMatch(e ->
                        e.equals(
                                "a.rego:3: rego_recursion_error: rule data.a.p is recursive:"
                                        + " data.a.p -> data.a.q -> data.a.p"));
    }

    @Test
    void typesThatConflictWhileItRuns() {
        Rego strict = Rego.create().withSettings(Settings.standard().withStrictBuiltinErrors(true));
        RegoObject input = (RegoObject) YamlReader.read("{xs: [1, 2], text: abc}");
        Program program =
                strict.withModule(
                                "a.rego",
                                """
                                package a

                                p := x if some x in input.xs

                                q := {"k": v | some v in input.xs}

                                r := upper(input.xs)
                                """)
                        .compile();
        assertThatThrownBy(() -> program.evaluate(input).value("data.a.p"))
                .hasMessageContaining("a.rego:3: eval_conflict_error: complete rules must not");
        assertThatThrownBy(() -> program.evaluate(input).value("data.a.q"))
                .hasMessageContaining("a.rego:5: eval_conflict_error: object keys must be unique");
        assertThatThrownBy(() -> program.evaluate(input).value("data.a.r"))
                .hasMessageContaining("a.rego:7: eval_type_error: upper: operand 1 must be string");
    }

    @Test
    void aHugeComprehension() {
        EvalLimits limits =
                new EvalLimits(
                        1_000_000,
                        EvalLimits.DEFAULT.time(),
                        EvalLimits.DEFAULT.bytes(),
                        EvalLimits.DEFAULT.depth());
        Program program =
                Rego.create()
                        .withSettings(Settings.standard().withLimits(limits))
                        .withModule(
                                "a.rego",
                                """
                                package a

                                xs := numbers.range(1, 2000)

                                pairs := count([1 | some x in xs; some y in xs; x < y])
                                """)
                        .compile();
        assertThatThrownBy(() -> program.evaluate(null).value("data.a.pairs"))
                .hasMessage(
                        "a.rego:5: eval_cancel_error: more than 1000000 steps, in data.a.pairs");
    }

    @Test
    void deepNesting() {
        assertThat(errors("package a\n\np := " + "[".repeat(100_000)).getFirst().message())
                .isEqualTo("max parsing recursion depth exceeded (250 nested terms)");
    }

    @Test
    void dataFilesThatLeadInCircles() throws IOException {
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/data.json"), "{}");
        Files.createSymbolicLink(root.resolve("a/b/again"), root.resolve("a"));
        assertThatThrownBy(() ->
                        new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT)
                                .add(root, List.of())
                                .load())
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("links back to");
        assertThatThrownBy(() -> YamlReader.read("a: &a [1, *a]")).isInstanceOf(YamlProblem.class);
    }

    @Test
    void bundlesThatBothHaveAPackage() throws IOException {
        Bundle one = bundle("one");
        Bundle two = bundle("two");
        assertThatThrownBy(() -> Rego.create().withBundles(List.of(one, two)))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("two: overlaps with bundle")
                .hasMessageContaining("in root 'app'");
    }

    private Bundle bundle(String name) throws IOException {
        Path directory = Files.createDirectories(root.resolve(name));
        Files.writeString(directory.resolve(".manifest"), "{\"roots\": [\"app\"]}");
        Files.writeString(directory.resolve("app.rego"), "package app\n\np := 1\n");
        return BundleReader.read(directory, LoadLimits.DEFAULT);
    }

    @Test
    void bytesThatAreNoUtf8() {
        byte[] bytes = "package a\n\np := \"\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Parser.parseModule("a.rego", bytes, ParserOptions.V1))
                .hasMessage(
                        "a.rego:3: rego_parse_error: illegal utf-8 character: byte 0xe9 at offset 17");
    }

    @Test
    void withOnWhatCannotBeReplaced() {
        assertThat(errors("package a\n\nq := 1\n\np if q with x as 1\n"))
                .extracting(RegoError::toString)
                .containsExactly(
                        "a.rego:5: rego_type_error: with keyword target must reference existing"
                                + " input, data, or a function");
    }

    private static List<RegoError> errors(String module) {
        try {
            Rego.create()
                    .withModule(Parser.parseModule(new Source("a.rego", module), ParserOptions.V1))
                    .compile();
        } catch (RegoException e) {
            return e.errors();
        }
        throw new AssertionError("compiles: " + module);
    }
}

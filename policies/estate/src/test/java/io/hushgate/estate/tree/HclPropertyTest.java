package io.hushgate.estate.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whatever the text, HCL is read without an exception and every place lies in the text. */
class HclPropertyTest {
    private static final List<String> PIECES =
            List.of(
                    "path",
                    "\"a/*\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    "(",
                    ")",
                    "=",
                    "==",
                    ":",
                    ",",
                    "\n",
                    " ",
                    "\"",
                    "${",
                    "}",
                    "<<EOT\n",
                    "\nEOT\n",
                    "<<-X",
                    "#",
                    "//",
                    "/*",
                    "*/",
                    "?",
                    "!",
                    "-",
                    "1",
                    ".",
                    "for ",
                    "=>",
                    "in",
                    "capabilities",
                    "\\",
                    "\\u00e9",
                    "true",
                    "null",
                    "\uD83D\uDD11",
                    "jsonencode(",
                    "\r\n",
                    "$${",
                    "%{");

    @Test
    void readsAnyMixtureOfItsOwnTokens() {
        Gen<List<Integer>> picks =
                lists().of(integers().between(0, PIECES.size() - 1)).ofSizeBetween(0, 60);
        qt().withExamples(20_000)
                .forAll(picks)
                .checkAssert(chosen -> {
                    StringBuilder text = new StringBuilder();
                    chosen.forEach(index -> text.append(PIECES.get(index)));
                    check(text.toString());
                });
    }

    @Test
    void readsAnyText() {
        qt().withExamples(5_000)
                .forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 200))
                .checkAssert(HclPropertyTest::check);
    }

    @Test
    void readsBackWhatItPrints() {
        Gen<String> words = strings().betweenCodePoints('a', 'z').ofLengthBetween(1, 8);
        qt().forAll(lists().of(words.zip(words, List::of)).ofSizeBetween(0, 6))
                .checkAssert(stanzas -> {
                    StringBuilder text = new StringBuilder();
                    for (List<String> stanza : stanzas) {
                        text.append(
                                "path \"%s/*\" {\n  capabilities = [\"%s\"]\n}\n"
                                        .formatted(stanza.toArray()));
                    }
                    Tree tree = new HclReader(Limits.DEFAULT).read(Source.of(text.toString()));
                    assertThat(tree.problems()).isEmpty();
                    List<List<String>> read =
                            ((Mapping) tree.documents().getFirst())
                                    .blocks("path").stream()
                                            .map(b ->
                                                    List.of(
                                                            b.label(0).replace("/*", ""),
                                                            b.body()
                                                                    .texts("capabilities")
                                                                    .getFirst()))
                                            .toList();
                    assertThat(read).isEqualTo(stanzas);
                });
    }

    static void check(String text) {
        Source source = Source.of(text);
        Tree tree = new HclReader(Limits.DEFAULT).read(source);
        tree.documents().forEach(node -> check(node, source));
        Place end = source.placeAt(text.length());
        tree.problems().forEach(problem -> assertThat(problem.place()).isBetween(Place.START, end));
    }

    private static void check(Node node, Source source) {
        Place end = source.placeAt(source.text().length());
        assertThat(node.place()).isBetween(Place.START, end);
        switch (node) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    check(entry.key(), source);
                    check(entry.value(), source);
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> check(item, source));
            case Block block -> {
                block.labels().forEach(label -> check(label, source));
                check(block.body(), source);
            }
            case Call call -> call.arguments().forEach(argument -> check(argument, source));
            case Scalar scalar -> {
                Source content = scalar.asSource();
                for (int i = 0; i <= scalar.text().length(); i++) {
                    if (content.placeAt(i).compareTo(end) > 0) {
                        throw new AssertionError(
                                "%s lies behind %s".formatted(content.placeAt(i), end));
                    }
                }
            }
            case Expression _ -> {}
        }
    }
}

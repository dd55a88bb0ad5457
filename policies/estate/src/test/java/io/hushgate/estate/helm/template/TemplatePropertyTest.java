package io.hushgate.estate.helm.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.function.Functions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a template is made of, it ends, with a text or with a problem within its own text. */
class TemplatePropertyTest {
    private static final RenderLimits SMALL = new RenderLimits(20_000, 50_000, 40);

    private static final List<String> PIECES =
            List.of(
                    "{{",
                    "}}",
                    "{{-",
                    "-}}",
                    " ",
                    "\n",
                    "if ",
                    "else ",
                    "end ",
                    "range ",
                    "with ",
                    "define ",
                    "template ",
                    "include ",
                    "block ",
                    "break ",
                    "\"a\" ",
                    "\"",
                    "`",
                    "'x' ",
                    "1 ",
                    "-2.5e3 ",
                    "0x1F ",
                    ". ",
                    ".a",
                    ".a.b ",
                    "$ ",
                    "$x ",
                    "$x := ",
                    "$x = ",
                    ", ",
                    "| ",
                    "(",
                    ") ",
                    "/* ",
                    "*/",
                    "nil ",
                    "true ",
                    "list ",
                    "dict ",
                    "toYaml ",
                    "tpl ",
                    "printf ",
                    "repeat ",
                    "until ",
                    "set ",
                    "index ",
                    "text",
                    "{{ end }}",
                    "{{ if . }}",
                    "{{ range until 3 }}",
                    "{{ define \"a\" }}",
                    "{{ include \"a\" . }}",
                    "regexReplaceAll ",
                    "semverCompare ",
                    "\u00e4",
                    "\ud83d\ude00",
                    "\\");

    private static Optional<String> render(String text) {
        try {
            Templates templates = new Templates();
            templates.add(TemplateParser.parse("t", text, SMALL));
            Evaluator evaluator =
                    new Evaluator(templates, Functions.standard(), SMALL, new Budget(SMALL));
            Rendered rendered = evaluator.render("t", Datum.table());
            for (int i = 0; i < rendered.text().length(); i += 7) {
                assertThat(rendered.templateOffset(i)).isBetween(0, text.length());
            }
            return Optional.of(rendered.text());
        } catch (TemplateProblem e) {
            assertThat(e.offset()).isBetween(0, text.length());
            assertThat(e.what()).isNotBlank();
            return Optional.empty();
        }
    }

    @Test
    void everythingEnds() {
        qt().withExamples(20_000)
                .forAll(lists().of(integers().between(0, PIECES.size() - 1)).ofSizeBetween(0, 30))
                .checkAssert(pieces ->
                        render(pieces.stream().map(PIECES::get).collect(Collectors.joining())));
    }

    @Test
    void everyFunctionTakesWhateverItIsGiven() {
        List<String> arguments =
                List.of(
                        "",
                        "nil",
                        "\"\"",
                        "\"a b\"",
                        "\"1.2\"",
                        "-1",
                        "1.5",
                        "1000000000000",
                        "true",
                        "(list)",
                        "(list 1 \"a\" nil)",
                        "(dict)",
                        "(dict \"a\" (list (dict)))",
                        ".");
        List<String> functions = Functions.standard().keySet().stream().sorted().toList();
        qt().withExamples(30_000)
                .forAll(
                        integers().between(0, functions.size() - 1),
                        lists().of(integers().between(0, arguments.size() - 1)).ofSizeBetween(0, 4))
                .checkAssert((function, chosen) ->
                        render(
                                "{{ "
                                        + functions.get(function)
                                        + " "
                                        + chosen.stream()
                                                .map(arguments::get)
                                                .collect(Collectors.joining(" "))
                                        + " }}"));
    }

    @Test
    void textWithoutActionsIsItself() {
        qt().withExamples(2_000)
                .forAll(lists().of(integers().between(32, 0x24f)).ofSizeBetween(0, 60))
                .checkAssert(codes -> {
                    String text =
                            codes.stream()
                                    .map(Character::toString)
                                    .collect(Collectors.joining())
                                    .replace("{{", "");
                    assertThat(render(text)).contains(text);
                });
    }

    @Test
    void aQuotedTextIsItselfAgain() {
        qt().withExamples(5_000)
                .forAll(lists().of(integers().between(32, 0x3000)).ofSizeBetween(0, 40))
                .checkAssert(codes -> {
                    String text =
                            codes.stream().map(Character::toString).collect(Collectors.joining());
                    String quoted = io.hushgate.rego.builtin.format.GoQuote.quote(text);
                    assertThat(render("{{ " + quoted + " }}")).contains(text);
                });
    }
}

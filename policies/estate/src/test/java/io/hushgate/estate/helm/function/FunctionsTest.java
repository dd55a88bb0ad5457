package io.hushgate.estate.helm.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.Evaluator;
import io.hushgate.estate.helm.template.RenderLimits;
import io.hushgate.estate.helm.template.TemplateParser;
import io.hushgate.estate.helm.template.Templates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions give; each case was compared with {@code helm template} 3.16. */
class FunctionsTest {
    private static String eval(String action) {
        Templates templates = new Templates();
        templates.add(TemplateParser.parse("t", "{{ " + action + " }}", RenderLimits.DEFAULT));
        return new Evaluator(
                        templates,
                        Functions.standard(),
                        RenderLimits.DEFAULT,
                        new Budget(RenderLimits.DEFAULT))
                .render("t", Datum.table())
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "quote \"a\\\"b\" 1 nil # \"a\\\"b\" \"1\"",
                "squote \"a\" # 'a'",
                "trunc 3 \"abcdef\" # abc",
                "trunc -3 \"abcdef\" # def",
                "substr 1 3 \"abcdef\" # bc",
                "\"a-b\" | replace \"-\" \"+\" # a+b",
                "trimSuffix \"-\" \"a-\" # a",
                "trimAll \"$\" \"$5$\" # 5",
                "join \",\" (list 1 \"b\" true) # 1,b,true",
                "(split \"/\" \"a/b\")._1 # b",
                "splitList \",\" \"a,b\" | last # b",
                "indent 2 \"a\\nb\" | squote # '  a",
                "title \"hello world\" # Hello World",
                "snakecase \"FirstName\" # first_name",
                "camelcase \"http_server\" # HttpServer",
                "kebabcase \"FirstName\" # first-name",
                "b64enc \"hello\" # aGVsbG8=",
                "b64dec \"aGVsbG8=\" # hello",
                "sha256sum \"a\" | trunc 8 # ca978112",
                "add 1 2 3 # 6",
                "div 7 2 # 3",
                "mod 7 2 # 1",
                "max 1 5 3 # 5",
                "round 1.255 2 # 1.26",
                "until 3 | join \"\" # 012",
                "untilStep 4 0 -2 | join \"\" # 42",
                "ternary \"y\" \"n\" true # y",
                "coalesce \"\" nil 3 # 3",
                "dict \"a\" 1 | toJson # {\"a\":1}",
                "toYaml (dict \"a\" (list 1 \"two\")) | replace \"\\n\" \";\" # a:;- 1;- two",
                "(fromYaml \"a: {b: 1}\").a.b # 1",
                "get (fromJson `{\"a\":[1]}`) \"a\" # [1]",
                "dig \"a\" \"b\" \"none\" (dict \"a\" (dict)) # none",
                "merge (dict \"a\" 0 \"b\" 2) (dict \"a\" 1 \"c\" 3) | toJson # {\"a\":1,\"b\":2,\"c\":3}",
                "mergeOverwrite (dict \"a\" 1) (dict \"a\" 2) | toJson # {\"a\":2}",
                "omit (dict \"a\" 1 \"b\" 2) \"a\" | toJson # {\"b\":2}",
                "keys (dict \"b\" 1 \"a\" 2) | sortAlpha | join \",\" # a,b",
                "has 2 (list 1 2) # true",
                "without (list 1 2 3) 2 | toJson # [1,3]",
                "uniq (list 1 1 2) | toJson # [1,2]",
                "concat (list 1) (list 2) | toJson # [1,2]",
                "slice (list 1 2 3) 1 2 | toJson # [2]",
                "printf \"%05d|%-4s|%.2f|%q|%v\" 42 \"a\" 1.5 \"q\" true # 00042|a   |1.50|\"q\"|true",
                "printf \"%d\" \"x\" # %!d(string=x)",
                "kindOf 1 # int",
                "typeOf (dict) # map[string]interface {}",
                "kindIs \"slice\" (list) # true",
                "semverCompare \">=1.19-0\" \"1.31.0\" # true",
                "semverCompare \"^1.2\" \"2.0.0\" # false",
                "semverCompare \"~1.2.0 || >3\" \"1.2.9\" # true",
                "semverCompare \">=1.0.0\" \"1.31.0-eks\" # false",
                "semverCompare \"<1.22-0\" \"v1.31.0-gke.1\" # false",
                "(semver \"1.2.3-a+b\").Prerelease # a",
                "regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"${1}W\" # -W-xxW-",
                "regexMatch \"^[a-z]+$\" \"abc\" # true",
                "regexFindAll \"[0-9]\" \"a1b2\" -1 | join \",\" # 1,2",
                "regexSplit \"z+\" \"pizza\" -1 | join \",\" # pi,a",
                "base \"a/b.c\" # b.c",
                "dir \"a/b.c\" # a",
                "ext \"a/b.c\" # .c",
                "(urlParse \"https://h:1/p?q=2\").host # h:1",
                "toString 1.5 # 1.5",
                "atoi \"12\" # 12",
                "seq 1 3 # 1 2 3",
                "lookup \"v1\" \"Secret\" \"a\" \"b\" # map[]",
            })
    void givesWhatHelmGives(String action, String expected) {
        assertThat(eval(action.strip()).lines().findFirst().orElse("")).isEqualTo(expected.strip());
    }
}

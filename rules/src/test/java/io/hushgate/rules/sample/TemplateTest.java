package io.hushgate.rules.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void drawsFromTheAlphabet() {
        assertThat(render("a ${hex:40} b")).matches("a [0-9a-f]{40} b");
        assertThat(render("${b32:8}${digit:4}")).matches("[A-Z2-7]{8}[0-9]{4}");
        assertThat(render("${b64u:20-60}")).matches("[A-Za-z0-9_-]{20,60}");
        assertThat(render("${uuid}"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void theSameSeedGivesTheSameText() {
        Template template = Template.parse("${alnum:40}");
        assertThat(template.render("a")).isEqualTo(template.render("a"));
        assertThat(template.render("a")).isNotEqualTo(template.render("b"));
    }

    /** The numbers are a promise: another JDK, another machine, the same samples. */
    @Test
    void theNumbersAreThoseOfSplitMix64() {
        assertThat(Template.parse("${digit:20}").render("seed")).isEqualTo("69975573660251839055");
    }

    @Test
    void generatorsNest() {
        byte[] pair = Base64.getDecoder().decode(render("${base64-of:ci:${alnum:9}}"));
        assertThat(new String(pair, UTF_8)).matches("ci:[0-9A-Za-z]{9}");
        assertThat(render("${base64-of:{\"auths\":{}}}")).isEqualTo("eyJhdXRocyI6e319");
    }

    @Test
    void variablesOfTheTextStay() {
        assertThat(render("${TOKEN} $HOME $(x) {{ .Values.a }}"))
                .isEqualTo("${TOKEN} $HOME $(x) {{ .Values.a }}");
        assertThat(render("$${alnum} 5$$")).isEqualTo("${alnum} 5$");
    }

    @Test
    void saysWhatIsWrong() {
        fails("${base99:3}", "no generator is called 'base99'; write $${base99 for the text");
        fails("${hex:4", "the generator '${hex:4' is not closed; write $${ for the text ${");
        fails("${hex:many}", "'many' is no length; write 20 or 20-60, at most 99999");
        fails("${hex:9-3}", "a range of lengths goes up: 20-60");
        fails("${pem:ODD KEY}", "no key of kind 'ODD KEY' is known; write pem:PRIVATE KEY");
        fails(
                "${base64-of:".repeat(20) + "}".repeat(20),
                "more than 8 generators inside each other");
    }

    private static void fails(String template, String message) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateProblem.class)
                .hasMessage(message);
    }

    private static String render(String template) {
        return Template.parse(template).render("test");
    }
}

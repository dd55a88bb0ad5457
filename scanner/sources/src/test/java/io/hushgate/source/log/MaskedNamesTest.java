package io.hushgate.source.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedNamesTest {
    private static final String TIME = "2026-01-31T10:20:30.1234567Z ";

    private static List<String> shown(LogFormat format, String log) {
        return MadeLog.of(format, log).reading().takeUnmasked().stream()
                .map(shown ->
                        shown.secret().read(value -> new String(value, UTF_8))
                                + " at "
                                + (shown.address().text() + ":")
                                + (shown.region().startLine() + ":")
                                + shown.region().startColumn())
                .toList();
    }

    private static List<String> shown(String log) {
        return shown(LogFormat.PLAIN, log);
    }

    @Test
    void tellsWhatIsShownAfterAndBeforeTheMask() {
        assertThat(shown("PIN=4711x\nother\n+ export PIN=***\n+ PIN=4712x run\n"))
                .containsExactly("4711x at ci.log:1:5", "4712x at ci.log:4:7");
    }

    @Test
    void leadsBackToTheLogAndItsStep() {
        String log =
                TIME
                        + "##[group]Run ./deploy\n"
                        + (TIME + "  USER_NAME: ***\n")
                        + (TIME + "##[group]Run ./check\n")
                        + (TIME + "\u001b[1m  USER_NAME: \u001b[36;1mann-\u00e9\u001b[0m\n");
        assertThat(shown(LogFormat.GITHUB, log)).containsExactly("ann-\u00e9 at ci.log#2 Run:4:54");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A_B=***\nA_B=correct\n",
                "export A_B=[MASKED]\ndeclare -x A_B=\"correct\"\n",
                "A_B: **************\nA_B: correct\n",
                "  a-b: '***'\n  a-b: correct\n",
                "  \"a.b\": \"***\",\n  \"a.b\": \"correct\",\n",
                "++ set a_b=***\n+++ a_b=correct horse\n"
            })
    void readsTheNotationsOfLogs(String log) {
        assertThat(shown(log)).singleElement().asString().startsWith("correct at ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A_B=correct\n",
                "A_B=***\nA_C=correct\n",
                "A_B=***\nA_B=$VALUE\n",
                "A_B=***\nA_B=****\nA_B=no\nA_B=12.4\nA_B=/etc/x\nA_B=\nA_B=null\nA_B=xyz***\n",
                "token: ***\ntoken: refreshed\n",
                "Error: ***\nError: it went wrong\n",
                "https: ***\nhttps://example.org\n"
            })
    void saysNothingOfOtherNamesAndOfWhatStandsForAValue(String log) {
        assertThat(shown(log)).isEmpty();
    }

    @Test
    void aNameOfManyValuesIsAWordOfTheLog() {
        assertThat(shown("STEP=***\nSTEP=first\nSTEP=second\nSTEP=third\n")).isEmpty();
        assertThat(shown("STEP=***\nSTEP=first\nSTEP=first\nSTEP=first\n")).hasSize(1);
    }

    @Test
    void keepsABoundedNumberOfNames() {
        String many =
                java.util.stream.IntStream.range(0, 100_000)
                        .mapToObj(i -> "NAME_" + i + "=value-" + i + "\n")
                        .collect(Collectors.joining());
        assertThat(shown(many + "TOP=***\nTOP=secret-1\nNAME_1=***\n"))
                .containsExactlyInAnyOrder("value-1 at ci.log:2:8", "secret-1 at ci.log:100002:5");
    }
}

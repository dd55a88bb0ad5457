package io.hushgate.source.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    private static Step step(String dockerfile) {
        return Dockerfile.of("f", "FROM x\n" + dockerfile).stages().getFirst().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RUN apt-get update  &&  make|apt-get update && make",
                "RUN --mount=type=cache,target=/x make|make",
                "RUN [\"make\", \"all\"]|make all",
                "run make|/bin/bash -o pipefail -c make",
                "RUN dir|cmd /S /C dir",
                "COPY --chown=1:1 a b /app/|a b /app/",
                "COPY --from=build /a /b|/a /b",
                "COPY [\"a b\", \"/c\"]|a b /c",
                "COPY . /app|dir:0a1b in /app ",
                "COPY . .|dir:0a1b in /app",
                "ADD $WHAT/x /y|v1/x /y",
                "ADD ${A:-b} /y|v1 /y",
                "ENV A=\"b c\" D=e|A=b c D=e",
                "ENV A b c|A=b c",
                "ENV A=$B|A=anything",
                "LABEL a='b'|a=b",
                "ARG TOKEN|TOKEN=given",
                "ARG TOKEN=default|TOKEN=given",
                "CMD [\"sh\", \"-c\", \"x\"]|[\"sh\" \"-c\" \"x\"]",
                "CMD run it|[\"/bin/sh\" \"-c\" \"run it\"]",
                "ENTRYPOINT [\"/x\"]|[\"/x\"]",
                "WORKDIR app|/srv/app",
                "USER 10$ID|1001",
                "EXPOSE 80|map[80/tcp:{}]",
            })
    void buildersMakeTheStepOfTheInstruction(String instruction, String told) {
        Step step = step(instruction);
        assertThat(step.made(step.verb(), told)).as(step + " " + told).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RUN make|make all",
                "RUN make|cmake",
                "RUN make|true && make",
                "COPY a /b|a /c",
                "COPY a /b|file:0a in /c",
                "ADD $A/x /y|v1/z /y",
                "ENV A=b|A=c",
                "ENV A=b|A=b C=d",
                "ARG A|AB=1",
                "USER x$ID|yx1",
                "CMD x|y",
                "ENV A=aa$B|A=a",
            })
    void otherWordsAreAnotherStep(String instruction, String told) {
        Step step = step(instruction);
        assertThat(step.made(step.verb(), told)).as(step + " " + told).isFalse();
    }

    @Test
    void aVerbIsTold() {
        assertThat(step("COPY a b").made("ADD", "a b")).isFalse();
        assertThat(step("NONSENSE a b").made("NONSENSE", "a b")).isFalse();
    }

    @Test
    void continuedLinesCommentsAndHereDocumentsAreOneInstruction() {
        assertThat(step("RUN apt-get \\\n  # why\n\n  update").made("RUN", "apt-get update"))
                .isTrue();
        assertThat(step("RUN <<EOF\nset -e\nmake\nEOF\nUSER x").made("RUN", "set -e\nmake\n"))
                .isTrue();
        Dockerfile windows = Dockerfile.of("f", "# escape=`\nFROM x\nRUN a `\n b\nRUN c");
        assertThat(windows.stages().getFirst()).extracting(Step::line).containsExactly(3, 5);
    }

    @Test
    void aStageBeginsWithTheStepsOfTheStageThatItIsFrom() {
        Dockerfile file =
                Dockerfile.of(
                        "f",
                        """
                        ARG TAG=1
                        FROM --platform=linux/amd64 debian:$TAG AS Base
                        RUN one
                        FROM scratch
                        RUN two
                        FROM base
                        RUN three
                        """);
        assertThat(file.stages())
                .extracting(stage -> stage.stream().map(Step::line).toList())
                .containsExactly(
                        java.util.List.of(3), java.util.List.of(5), java.util.List.of(3, 7));
        assertThat(Dockerfile.of("f", "RUN x").stages()).isEmpty();
    }
}

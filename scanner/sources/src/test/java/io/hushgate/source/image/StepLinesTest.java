package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.source.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepLinesTest {
    private static final Dockerfile OURS =
            Dockerfile.of(
                    "Dockerfile",
                    """
                    FROM golang AS build
                    COPY . /src
                    RUN make

                    FROM debian
                    ARG TOKEN
                    COPY --from=build /src/app /app
                    RUN curl \\
                        -H "$TOKEN" x
                    CMD ["/app"]
                    """);

    private static List<Image.Step> history(String... createdBy) {
        List<Image.Step> steps = new ArrayList<>();
        for (String by : createdBy) {
            steps.add(new Image.Step(steps.size() + 1, Instruction.of(by)));
        }
        return steps;
    }

    private static final List<Image.Step> BUILT =
            history(
                    "/bin/sh -c #(nop) ADD file:0a in / ",
                    "CMD [\"bash\"]",
                    "ARG TOKEN=t",
                    "COPY /src/app /app # buildkit",
                    "RUN |1 TOKEN=t /bin/sh -c curl     -H \"$TOKEN\" x # buildkit",
                    "CMD [\"/app\"]");

    @Test
    void everyStepOfTheStageHasItsLine() {
        StepLines lines = StepLines.of(BUILT, List.of(OURS));
        assertThat(lines.of(1)).isEmpty();
        assertThat(lines.of(2)).isEmpty();
        assertThat(lines.of(3)).contains("Dockerfile:6");
        assertThat(lines.of(4)).contains("Dockerfile:7");
        assertThat(lines.of(5)).contains("Dockerfile:8");
        assertThat(lines.of(6)).contains("Dockerfile:10");
    }

    @Test
    void argumentsMayBeMissingInTheHistory() {
        StepLines lines =
                StepLines.of(
                        history(
                                "ADD x /",
                                "COPY /src/app /app",
                                "/bin/sh -c curl -H \"$TOKEN\" x",
                                "/bin/sh -c #(nop)  CMD [\"/app\"]"),
                        List.of(OURS));
        assertThat(lines.of(2)).contains("Dockerfile:7");
    }

    @Test
    void nothingIsGuessedFromAPart() {
        Dockerfile changed =
                Dockerfile.of("Dockerfile", "FROM debian\nRUN other\nCMD [\"/app\"]\n");
        StepLines lines = StepLines.of(BUILT, List.of(changed));
        assertThat(lines.of(6)).isEmpty();
    }

    @Test
    void theOneThatExplainsMostCountsAndNoneOfTwoThatExplainAsMuch() {
        Dockerfile shorter = Dockerfile.of("short", "FROM x\nCMD [\"/app\"]\n");
        assertThat(StepLines.of(BUILT, List.of(shorter)).of(6)).contains("short:2");
        assertThat(StepLines.of(BUILT, List.of(shorter, OURS)).of(6)).contains("Dockerfile:10");
        Dockerfile copy = new Dockerfile("copy", OURS.stages());
        assertThat(StepLines.of(BUILT, List.of(copy, OURS)).of(6)).isEmpty();
    }
}

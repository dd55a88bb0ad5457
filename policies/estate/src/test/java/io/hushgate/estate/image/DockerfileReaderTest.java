package io.hushgate.estate.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.BuildFact.Command;
import io.hushgate.estate.fact.BuildFact.ComposeService;
import io.hushgate.estate.fact.BuildFact.ImageStep;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.ValueClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileReaderTest {
    private static <T> List<T> read(Class<T> type, String file, String text) {
        List<Fact> facts =
                new EstateReader().read(file, text.getBytes(StandardCharsets.UTF_8)).facts();
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void readsWhatEachInstructionBringsAndWhichStagesShip() {
        List<ImageStep> steps =
                read(
                        ImageStep.class,
                        "Dockerfile",
                        """
                        FROM node:20 AS base
                        ENV API_KEY="Tr0ub4dor3 x" MODE=dev
                        FROM base AS build
                        ARG NPM_TOKEN
                        FROM base
                        ENV OLD_TOKEN Tr0ub4dor3
                        COPY --from=build /app /app
                        ADD https://me:pw@example.com/a.tgz .env /x/
                        """);

        assertThat(steps)
                .extracting(
                        ImageStep::instruction,
                        ImageStep::name,
                        ImageStep::value,
                        ImageStep::shipped)
                .containsExactly(
                        tuple("FROM", "node:20", ValueClass.ABSENT, true),
                        tuple("ENV", "API_KEY", ValueClass.LITERAL, true),
                        tuple("ENV", "MODE", ValueClass.LITERAL, true),
                        tuple("FROM", "base", ValueClass.ABSENT, false),
                        tuple("ARG", "NPM_TOKEN", ValueClass.ABSENT, false),
                        tuple("FROM", "base", ValueClass.ABSENT, true),
                        tuple("ENV", "OLD_TOKEN", ValueClass.LITERAL, true),
                        tuple("ADD", "", ValueClass.ABSENT, true));
        assertThat(steps.getLast().sources()).containsExactly("https://example.com/a.tgz", ".env");
        assertThat(steps.getLast().credentials()).isTrue();
    }

    @Test
    void readsCommandsOfContinuedLinesAndHereDocuments() {
        String text =
                """
                # escape=`
                FROM x
                RUN --mount=type=secret,id=npm `
                    # a comment between
                    cat /run/secrets/npm >> /root/.npmrc
                RUN <<EOF
                set -x
                curl -k https://example.com/$TOKEN
                EOF
                """;

        assertThat(read(Command.class, "images/Dockerfile.dev", text))
                .extracting(Command::program, one -> one.at().line())
                .contains(tuple("set", 7), tuple("curl", 8));
        assertThat(read(ImageStep.class, "images/Dockerfile.dev", text).get(1).mounts())
                .containsExactly("secret:/run/secrets/npm");
    }

    @Test
    void readsServicesOfACompose() {
        List<ComposeService> services =
                read(
                        ComposeService.class,
                        "docker-compose.yml",
                        """
                        services:
                          db: {image: "postgres:16", environment: {POSTGRES_PASSWORD: Tr0ub4dor3}}
                          app: {build: ., environment: ["TOKEN=${TOKEN}"], env_file: [.env, {path: .env.local}]}
                        """);

        assertThat(services)
                .extracting(ComposeService::name, ComposeService::files)
                .containsExactly(
                        tuple("db", List.of()), tuple("app", List.of(".env", ".env.local")));
        assertThat(services)
                .flatExtracting(ComposeService::variables)
                .extracting(Setting::name, Setting::value)
                .containsExactly(
                        tuple("POSTGRES_PASSWORD", ValueClass.LITERAL),
                        tuple("TOKEN", ValueClass.REFERENCE));
    }
}

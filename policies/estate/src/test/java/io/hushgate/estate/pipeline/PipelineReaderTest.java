package io.hushgate.estate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hushgate.estate.EstateReader;
import io.hushgate.estate.fact.BuildFact.Command;
import io.hushgate.estate.fact.BuildFact.Pipeline;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.ValueClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineReaderTest {
    private static List<Fact> read(String file, String text) {
        return new EstateReader().read(file, text.getBytes(StandardCharsets.UTF_8)).facts();
    }

    private static <T> List<T> only(Class<T> type, List<Fact> facts) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void readsAWorkflowOfGithub() {
        List<Fact> facts =
                read(
                        ".github/workflows/ci.yml",
                        """
                        on: {pull_request_target: {}, push: {branches: [main]}}
                        permissions: {contents: read}
                        jobs:
                          build:
                            uses: org/shared/.github/workflows/build.yml@main
                            secrets: inherit
                          test:
                            runs-on: ubuntu-latest
                            continue-on-error: true
                            container: {image: "reg/x:1", credentials: {username: u, password: "${{ secrets.REG }}"}}
                            steps:
                            - uses: actions/checkout@v4
                              with: {ref: "${{ github.head_ref }}"}
                            - name: show
                              env: {TOKEN: "${{ secrets.TOKEN }}"}
                              run: |
                                set -x
                                gitleaks detect || true
                        """);
        Pipeline pipeline = only(Pipeline.class, facts).getFirst();

        assertThat(pipeline.triggers()).containsExactly("pull_request_target", "push");
        assertThat(pipeline.permissions()).isEqualTo(Map.of("*", "none", "contents", "read"));
        assertThat(pipeline.jobs().getFirst().inheritsSecrets()).isTrue();
        assertThat(pipeline.jobs().get(1).ignoresFailure()).isTrue();
        assertThat(pipeline.jobs().get(1).credentials())
                .extracting(Setting::name, Setting::value, Setting::reference)
                .containsExactly(tuple("password", ValueClass.REFERENCE, "secrets.REG"));
        assertThat(pipeline.jobs().get(1).steps().getFirst().settings())
                .containsEntry("ref", "${{ github.head_ref }}");
        assertThat(only(Command.class, facts))
                .extracting(
                        Command::subject,
                        Command::program,
                        Command::ignored,
                        one -> one.at().line())
                .containsExactly(
                        tuple("pipeline/test/show", "set", false, 17),
                        tuple("pipeline/test/show", "gitleaks", true, 18));
    }

    @Test
    void readsAPipelineOfGitlab() {
        List<Fact> facts =
                read(
                        ".gitlab-ci.yml",
                        """
                        variables: {CI_DEBUG_TRACE: "true"}
                        scan:
                          allow_failure: true
                          script:
                          - trufflehog filesystem .
                        """);

        assertThat(only(Pipeline.class, facts).getFirst().variables())
                .extracting(Setting::name)
                .containsExactly("CI_DEBUG_TRACE");
        assertThat(only(Pipeline.class, facts).getFirst().jobs().getFirst().ignoresFailure())
                .isTrue();
        assertThat(only(Command.class, facts))
                .extracting(Command::program)
                .containsExactly("trufflehog");
    }

    @Test
    void readsHarnessExpressionsInTheScriptOfAStep() {
        List<Fact> facts =
                read(
                        ".harness/deploy.yaml",
                        """
                        pipeline:
                          identifier: deploy
                          stages:
                          - stage:
                              spec:
                                execution:
                                  steps:
                                  - step:
                                      type: ShellScript
                                      spec:
                                        command: |
                                          echo <+secrets.getValue("account.key")> > key.json
                        """);

        assertThat(only(Command.class, facts))
                .extracting(Command::program, Command::variables, Command::output)
                .containsExactly(tuple("echo", List.of("secrets.getValue"), "key.json"));
        assertThat(only(Pipeline.class, facts).getFirst().jobs().getFirst().steps())
                .singleElement()
                .satisfies(
                        step -> assertThat(step.references()).containsExactly("secrets.getValue"));
    }

    @Test
    void noFactRepeatsALiteralOfACommand() {
        String literal = "Tr0ub" + "4dor3";
        List<Fact> facts =
                read(
                        "deploy.sh",
                        """
                        #!/bin/sh
                        vault login $LITERAL
                        kubectl create secret generic db --from-literal=password=$LITERAL
                        mysql -p$LITERAL -h db
                        curl -u me:$LITERAL https://me:$LITERAL@example.com/x
                        docker login -p $LITERAL
                        helm upgrade a b --set db.password=$LITERAL
                        """
                                .replace("$LITERAL", literal));

        assertThat(facts.toString()).doesNotContain(literal);
        assertThat(only(Command.class, facts))
                .allSatisfy(command ->
                        assertThat(command.settings())
                                .as(command.program())
                                .extracting(Setting::value)
                                .contains(ValueClass.LITERAL));
    }
}

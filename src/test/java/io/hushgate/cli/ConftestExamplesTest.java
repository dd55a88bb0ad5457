package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * conftest's own examples, from a checkout of its repository that the system property {@code
 * conftest.dir} names; what is expected is what its acceptance tests expect.
 */
class ConftestExamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kubernetes/service.yaml        |                | 0 | 5 tests, 4 passed, 1 warning, 0 failures
                    kubernetes/service.yaml        | --fail-on-warn | 1 | 1 warning
                    kubernetes/deployment.yaml     |                | 1 | Containers must not run as root
                    docker/Dockerfile              |                | 1 | unallowed image found ["openjdk:8-jdk-alpine"]
                    docker/Dockerfile              | -n c*          | 1 | unallowed commands found
                    hcl1/gke.tf                    | -n main.gke    | 1 | 1 test, 0 passed, 0 warnings, 1 failure
                    hcl1/gke.tf                    | --combine --parser hcl1 --all-namespaces | 0 | 0 failures
                    hcl2/terraform.tf              |                | 1 | ALB `my-alb-listener` is using HTTP rather than HTTPS
                    traefik/traefik.toml           |                | 1 | 1 failure
                    xml/pom.xml                    |                | 1 | maven-plugin must have the version: 3.6.1
                    ini/grafana.ini                |                | 1 | Users should verify their e-mail address
                    properties/sample.properties   |                | 0 | 0 failures
                    dotenv/sample.env              |                | 0 | 0 failures
                    compose/docker-compose.yml     |                | 1 | 2 tests, 0 passed, 0 warnings, 2 failures
                    compose/docker-compose-valid.yml |              | 0 | 2 tests, 2 passed, 0 warnings, 0 failures
                    exceptions/deployments.yaml    |                | 1 | 2 tests, 0 passed, 0 warnings, 1 failure, 1 exception
                    """)
    void anExampleGivesWhatItsAuthorsExpect(
            String file, String options, int exitCode, String said) {
        String checkout = System.getProperty("conftest.dir", "");
        assumeTrue(
                !checkout.isEmpty() && Files.isDirectory(Path.of(checkout)),
                "conftest.dir names no checkout of conftest");
        String example = file.substring(0, file.indexOf('/'));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "policy",
                                "conftest",
                                "test",
                                "-p",
                                "examples/" + policies(example, options)));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }
        arguments.add("examples/" + file);
        Result result = Program.run(Path.of(checkout), arguments.toArray(String[]::new));
        assertThat(result.out()).contains(said);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    /** One example's policies agree only with one of its files each. */
    private static String policies(String example, String options) {
        return options != null && options.contains("--combine")
                ? "hcl1/policy/gke_combine.rego"
                : example + "/policy";
    }
}

package io.hushgate.rego.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.rego.differential.Opa;
import io.hushgate.rego.value.RegoObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract, kept by a real server: that of the system property {@code opa.binary}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RemoteOpaContractTest extends DecisionEngineContract {
    private Opa opa;
    private RemoteOpa remote;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Opa.binary().isPresent(), "no opa.binary");
        opa = Opa.start(Opa.binary().orElseThrow());
        assertThat(opa.load("app", POLICY)).isEmpty();
        DATA.forEach((key, value) -> opa.data(key.toString().replace("\"", ""), value));
        opa.data("odd", json("{\"a/b c\": {\"%2F?#\": {\"ü\": 7}}}"));
        remote = RemoteOpa.at(opa.address(), RemoteLimits.DEFAULT);
    }

    @AfterAll
    void stop() {
        if (opa != null) {
            remote.close();
            opa.close();
        }
    }

    @Override
    protected DecisionEngine engine() {
        return remote;
    }

    @Test
    void findsDocumentsUnderAnyKeys() {
        DocumentPath odd = new DocumentPath(List.of("odd", "a/b c", "%2F?#", "ü"));
        assertThat(remote.decide(odd, null)).contains(json("7"));
    }

    @Test
    void givesAllThatThereIs() {
        assertThat(remote.decide("data", json("{}")).orElseThrow())
                .isInstanceOfSatisfying(
                        RegoObject.class,
                        all -> assertThat(all.get("members")).isEqualTo(DATA.get("members")));
    }
}

package io.hushgate.report.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Needs a PostgreSQL server's programs, as Debian installs them; is skipped without. */
@NullUnmarked // the server is there before each test
class PostgresqlStoreTest extends StoreContract {
    private static PostgresqlServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> programs = PostgresqlServer.programs();
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed: apt install postgresql");
        server = PostgresqlServer.start(programs.get());
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    StoreAddress empty() {
        return server.newDatabase();
    }

    @Override
    Map<String, String> environment() {
        return Map.of(Store.USER_VARIABLE, server.user());
    }

    @Test
    void saysWhatIsWrongWithAServer() {
        String url = server.newDatabase().url();
        complains(url.replaceAll("/audit.*", "/nowhere"), "there is no such database");
        complains("jdbc:postgresql://127.0.0.1:1/audit?password=x", "cannot be reached");
        complains(url, "no audit has written to it");
    }

    private void complains(String url, String what) {
        assertThatThrownBy(() ->
                        Store.open(StoreAddress.parse(url), Access.READ, environment()).close())
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("password");
    }
}

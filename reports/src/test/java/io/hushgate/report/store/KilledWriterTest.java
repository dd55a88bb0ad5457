package io.hushgate.report.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a write leaves a store that another one ends. */
class KilledWriterTest {
    @TempDir private Path directory;

    @Test
    void nothingCommittedIsLostWhereverTheProcessEnds() throws Exception {
        StoreAddress whole = address("whole");
        HaltingDriver.write(whole);
        List<String> expected = dump(whole);
        boolean ended = false;
        int moment = 1;
        for (; !ended; moment += 2) {
            StoreAddress killed = address("killed" + moment);
            Store.open(killed, Access.WRITE, Map.of()).close();
            ended = writerEnds(killed, moment);
            HaltingDriver.write(killed);
            assertThat(dump(killed)).as("killed after %d changes", moment).isEqualTo(expected);
        }
        assertThat(moment).isGreaterThan(20);
    }

    private boolean writerEnds(StoreAddress store, int moment)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HaltingDriver.class.getName(),
                                store.file().orElseThrow().toString(),
                                "" + moment)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        int exitCode = process.waitFor();
        assertThat(exitCode).isIn(0, HaltingDriver.KILLED);
        return exitCode == 0;
    }

    private StoreAddress address(String name) {
        return StoreAddress.parse(directory.resolve(name + ".db").toString());
    }

    private static List<String> dump(StoreAddress address) {
        try (Store store = Store.open(address, Access.READ, Map.of())) {
            assertThat(Verification.of(store, List.of()).complaints()).isEmpty();
            List<String> rows = new ArrayList<>();
            for (String query :
                    List.of(Rows.RUN, Rows.LOOK, Rows.TURN, Rows.LINK, "select * from sighting")) {
                rows.addAll(
                        store.sql()
                                .query(
                                        row -> {
                                            StringBuilder text = new StringBuilder();
                                            int columns = row.getMetaData().getColumnCount();
                                            for (int i = 1; i <= columns; i++) {
                                                text.append(row.getString(i)).append('|');
                                            }
                                            return text.toString();
                                        },
                                        query));
            }
            return rows.stream().sorted().collect(Collectors.toList());
        }
    }
}

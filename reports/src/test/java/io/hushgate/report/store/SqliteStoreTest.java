package io.hushgate.report.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.report.recorded.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir private Path directory;
    private int count;

    @Override
    StoreAddress empty() {
        return StoreAddress.parse(directory.resolve("audit " + count++ + ".db").toString());
    }

    @Test
    void saysWhatIsWrongWithAPlace() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "no database".repeat(100));
        complains(text.toString(), Access.READ, "no store or a damaged one");
        complains(text.toString(), Access.WRITE, "no store or a damaged one");
        complains(directory.resolve("absent").toString(), Access.READ, "run `hushgate audit run`");
        complains(directory.resolve("a/b").toString(), Access.WRITE, "directory exists");
        complains("jdbc:mysql://h/d", Access.READ, "use a file");
    }

    private static void complains(String place, Access access, String what) {
        assertThatThrownBy(() -> Store.open(StoreAddress.parse(place), access, Map.of()).close())
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining(what);
    }

    @Test
    void aFullDiskLosesNothingThatWasCommitted() {
        Path file = directory.resolve("small.db");
        StoreAddress small = StoreAddress.parse("jdbc:sqlite:" + file + "?max_page_count=60");
        Item[] many =
                IntStream.range(0, 500)
                        .mapToObj(n -> Looks.leak("" + n, "file" + n))
                        .toArray(Item[]::new);
        try (Store store = Store.open(small, Access.WRITE, Map.of())) {
            Looks.run(store, 1, Looks.looked("a", Looks.leak("1", "x")));
            assertThatThrownBy(() -> Looks.run(store, 2, Looks.looked("a", many)))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("the disk is full");
        }
        StoreAddress roomy = StoreAddress.parse(file.toString());
        try (Store store = Store.open(roomy, Access.WRITE, Map.of())) {
            assertThat(Verification.of(store, List.of()).complaints()).isEmpty();
            RunWriter writer = RunWriter.to(store);
            Run interrupted = writer.interrupted().orElseThrow();
            assertThat(writer.committed(interrupted)).isEmpty();
            writer.commit(interrupted, Looks.looked("a", many));
            writer.end(interrupted, Looks.day(2));
            assertThat(Verification.of(store, List.of()).runs()).isEqualTo(2);
        }
    }
}

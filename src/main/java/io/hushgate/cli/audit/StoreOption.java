package io.hushgate.cli.audit;

import io.hushgate.report.store.Access;
import io.hushgate.report.store.Store;
import io.hushgate.report.store.StoreAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the store is. */
final class StoreOption {
    private static final String DEFAULT = "hushgate-audit.db";
    private static final String VARIABLE = "HUSHGATE_STORE";

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description =
                    "A file, or jdbc:postgresql://HOST/DATABASE with HUSHGATE_STORE_USER "
                            + "and HUSHGATE_STORE_PASSWORD (default: HUSHGATE_STORE, else "
                            + "hushgate-audit.db).")
    private @Nullable String store;

    StoreAddress address() {
        String given = store == null ? System.getenv(VARIABLE) : store;
        return StoreAddress.parse(given == null || given.isEmpty() ? DEFAULT : given);
    }

    Store open(Access access) {
        return Store.open(address(), access, System.getenv());
    }
}

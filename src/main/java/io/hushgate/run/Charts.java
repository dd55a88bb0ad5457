package io.hushgate.run;

import io.hushgate.core.Address;
import java.util.Set;

/**
 * Which archives are Helm charts: those with a {@code Chart.yaml} in their only top directory, as
 * {@code helm package} makes them. Rights in a chart are judged; those in any other archive are
 * somebody's test data or documentation.
 */
final class Charts {
    private static final String FILE = "/Chart.yaml";

    private Charts() {}

    /**
     * Tells by its name whether an archive may be a chart; or what is left of one unpacked once.
     */
    static boolean mayBe(Address address) {
        String path = address.path();
        return path.endsWith(".tgz") || path.endsWith(".tar.gz") || path.endsWith(".tar");
    }

    /** Adds the archive that a file lies in, when the file says that it is a chart. */
    static void noteIn(Set<Address> charts, Address.Inside file) {
        String entry = file.entry();
        int slash = entry.indexOf('/');
        if (slash > 0 && entry.startsWith(FILE, slash) && entry.length() == slash + FILE.length()) {
            charts.add(file.outer());
        }
    }

    /** Tells whether an address lies in no archive, or in one of the charts, at any depth. */
    static boolean covers(Set<Address> charts, Address address) {
        Address at = address;
        while (at instanceof Address.Inside(var outer, _)) {
            if (charts.contains(outer)) {
                return true;
            }
            at = outer;
        }
        return !(address instanceof Address.Inside);
    }
}

package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.estate.fact.ChartFact.Release;
import io.hushgate.run.ChartPlace.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which archives are Helm charts: those with a {@code Chart.yaml} in their only top directory, as
 * {@code helm package} makes them. Rights in a chart are judged; those in any other archive are
 * somebody's test data or documentation.
 */
final class Charts {
    private static final String FILE = "/Chart.yaml";
    private static final String PARTS = "/charts/";
    private static final Comparator<Release> BY_PLACE =
            Comparator.<Release, String>comparing(release -> release.at().file())
                    .thenComparingInt(release -> release.at().line())
                    .thenComparing(release -> String.join(",", release.values()));

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

    /**
     * The charts of a target in the order of their paths; those in the {@code charts} directory of
     * another one come with it.
     */
    static List<ChartPlace> places(
            Path root,
            String shownAs,
            Set<String> chartFiles,
            Set<Address> packed,
            List<Release> releases) {
        Set<String> directories = new TreeSet<>();
        for (String file : chartFiles) {
            boolean named = ("/" + file).endsWith(FILE);
            if (named && file.startsWith(shownAs)) {
                int end = Math.max(shownAs.length(), file.length() - FILE.length());
                directories.add(file.substring(shownAs.length(), end));
            }
        }
        List<ChartPlace> places = new ArrayList<>();
        for (String directory : directories) {
            if (!isPart(directory, directories)) {
                places.add(place(root, shownAs, directory, Form.DIRECTORY, releases, directories));
            }
        }
        packed.stream()
                .filter(Address.File.class::isInstance)
                .map(Address::path)
                .filter(path -> path.startsWith(shownAs))
                .map(path -> path.substring(shownAs.length()))
                .filter(path -> !isPart(path, directories))
                .sorted()
                .forEach(path ->
                        places.add(
                                place(root, shownAs, path, Form.PACKAGE, List.of(), directories)));
        return places;
    }

    private static boolean isPart(String path, Set<String> directories) {
        for (int at = path.indexOf(PARTS); at >= 0; at = path.indexOf(PARTS, at + 1)) {
            if (directories.contains(path.substring(0, at))) {
                return true;
            }
        }
        return path.startsWith("charts/") && directories.contains("");
    }

    private static ChartPlace place(
            Path root,
            String shownAs,
            String path,
            Form form,
            List<Release> releases,
            Set<String> directories) {
        String name = path.isEmpty() ? "" : path.substring(path.lastIndexOf('/') + 1);
        List<Release> own =
                releases.stream()
                        .filter(release -> !name.isEmpty() && release.chart().equals(name))
                        .sorted(BY_PLACE)
                        .toList();
        return new ChartPlace(root, shownAs, path, form, own, List.copyOf(directories));
    }
}

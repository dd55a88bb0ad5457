package io.hushgate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shipped rule files with their examples, for people: {@code rules list}, {@code explain} and
 * {@code test}. A scan reads {@link Rules#shipped()} and never this.
 */
public final class Catalogue {
    /** Where the rule files lie on the class path. */
    static final String FOLDER = "/io/hushgate/rules/catalogue/";

    /** The names of the rule files, one a line, written by the build. */
    static final String INDEX = "/io/hushgate/rules/catalogue.index";

    private final List<RuleEntry> entries;

    private Catalogue(List<RuleEntry> entries) {
        this.entries = entries;
    }

    /** Reads the shipped rule files. */
    public static Catalogue shipped() {
        List<RuleEntry> entries = new ArrayList<>();
        for (String name : new String(resource(INDEX), UTF_8).lines().toList()) {
            entries.addAll(RuleFile.parse(name, resource(FOLDER + name)));
        }
        return new Catalogue(List.copyOf(entries));
    }

    /** Every rule, by file and in the order of the file. */
    public List<RuleEntry> entries() {
        return entries;
    }

    /** The rule of that name. */
    public Optional<RuleEntry> find(RuleId id) {
        return entries.stream().filter(e -> e.rule().id().equals(id)).findFirst();
    }

    static byte[] resource(String path) {
        try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

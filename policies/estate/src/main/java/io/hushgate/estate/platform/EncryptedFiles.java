package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what SOPS left in the clear.
 *
 * <p>Source: getsops.io documentation, encryption protocol: metadata under {@code sops}, values as
 * {@code ENC[...]}, and selection by suffix or regular expression.
 */
public final class EncryptedFiles {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_KEYS = 50;

    private EncryptedFiles() {}

    /** Adds the fact of a file that SOPS encrypted; others leave nothing. */
    public static void read(Mapping root, Collector into) {
        Mapping sops = root.mapping("sops");
        if (sops.entries().isEmpty()
                || (!sops.get("mac").isPresent() && !sops.get("lastmodified").isPresent())) {
            return;
        }
        List<String> clear = new ArrayList<>();
        for (Entry entry : root.entries()) {
            if (!entry.key().text().equals("sops")) {
                walk(entry.value(), entry.key().text(), MAX_DEPTH, clear);
            }
        }
        into.add(
                new EncryptedFile(
                        "sops",
                        Optional.of(!sops.text("mac").isEmpty()),
                        clear,
                        into.at(sops.place())));
    }

    private static void walk(Node node, String key, int depth, List<String> clear) {
        if (depth == 0 || clear.size() >= MAX_KEYS) {
            return;
        }
        switch (node) {
            case Mapping mapping ->
                    mapping.entries()
                            .forEach(entry ->
                                    walk(
                                            entry.value(),
                                            key + "." + entry.key().text(),
                                            depth - 1,
                                            clear));
            case Node.Sequence sequence ->
                    sequence.items().forEach(item -> walk(item, key, depth - 1, clear));
            case Scalar scalar -> {
                if (Naming.isSecret(key.substring(key.lastIndexOf('.') + 1))
                        && ValueClassifier.of(scalar) == ValueClass.LITERAL) {
                    clear.add(key);
                }
            }
            case Node.Block _, Node.Call _, Node.Expression _ -> {}
        }
    }
}

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
import java.util.Locale;
import java.util.Optional;

/**
 * Reads whom SOPS encrypted a document to, and what it left in the clear.
 *
 * <p>Source: getsops.io documentation, encryption protocol: metadata under {@code sops}, values as
 * {@code ENC[...]}, and selection by suffix or regular expression.
 */
public final class EncryptedFiles {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_KEYS = 50;
    private static final String PGP = "pgp:";

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
                        recipients(sops),
                        clear,
                        into.at(sops.place())));
    }

    /** Adds the fact of a value that Ansible Vault encrypted within a document. */
    public static void value(Scalar value, Collector into) {
        if (value.text().startsWith("$ANSIBLE_VAULT;")) {
            into.add(
                    new EncryptedFile(
                            "ansible-vault",
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            into.at(value.place())));
        }
    }

    /** Of the metadata itself and of its groups of keys. */
    private static List<String> recipients(Mapping sops) {
        List<Mapping> groups = new ArrayList<>(sops.mappings("key_groups"));
        groups.add(sops);
        List<String> recipients = new ArrayList<>();
        for (Mapping group : groups) {
            group.mappings("age").forEach(one -> recipients.add(one.text("recipient")));
            group.mappings("pgp").forEach(one -> recipients.add(pgp(one.text("fp"))));
        }
        return recipients.stream()
                .filter(recipient -> recipient.length() > PGP.length())
                .distinct()
                .sorted()
                .limit(MAX_KEYS)
                .toList();
    }

    /** The recipient whose key has this fingerprint, which people write with spaces. */
    static String pgp(String fingerprint) {
        return PGP + fingerprint.replace(" ", "").toUpperCase(Locale.ROOT);
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

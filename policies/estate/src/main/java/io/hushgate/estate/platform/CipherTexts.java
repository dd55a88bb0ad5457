package io.hushgate.estate.platform;

import io.hushgate.estate.fact.PlatformFact.DecryptionKey;
import io.hushgate.estate.fact.PlatformFact.EncryptedFile;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells files that are encrypted as a whole, and the keys that open them, by their first bytes and
 * their names.
 *
 * <p>Sources: docs.ansible.com, "Encrypting content with Ansible Vault" (header);
 * age-encryption.org/v1 (header); RFC 9580 section 6.2 (armor); git-crypt's README and {@code
 * key.cpp} (marks); getsops.io (the dotenv form).
 */
public final class CipherTexts {
    private static final Map<String, String> MARKS =
            Map.of(
                    "$ANSIBLE_VAULT;", "ansible-vault",
                    "age-encryption.org/v", "age",
                    "-----BEGIN AGE ENCRYPTED FILE-----", "age",
                    "-----BEGIN PGP MESSAGE-----", "pgp",
                    "\0GITCRYPT\0", "git-crypt");
    private static final String UNLOCKING = "\0GITCRYPTKEY";
    private static final String SOPS_MAC = "sops_mac=";
    private static final Pattern SOPS_RECIPIENT =
            Pattern.compile("(?m)^sops_(age|pgp)__list_\\d+__map_(?:recipient|fp)=\"?([\\w ]+)");

    private static final Set<String> ENDINGS = Set.of("age", "gpg", "pgp", "asc", "gitcrypt");
    private static final Pattern NAME = Pattern.compile("git-?crypt(?:[-_.]?key)?");
    private static final Pattern PASSWORD_NAME =
            Pattern.compile("\\.?(?:ansible[-_])?vault[-_]pass(?:word)?(?:[-_]file)?(?:\\.txt)?");

    /** Longer ones are no pass phrases that anybody types. */
    private static final int LONGEST_PASSWORD = 256;

    private static final int LONGEST_MARK = 64;

    private CipherTexts() {}

    /** Tells by the name alone whether a file may be encrypted, or a key. */
    public static boolean knows(String address) {
        String name = name(address);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                || (name.contains("crypt") && NAME.matcher(name).matches())
                || isPasswordName(name);
    }

    /** Adds the fact of such a file; false for any other. */
    public static boolean read(byte[] content, Collector into) {
        String start =
                new String(
                        content,
                        0,
                        Math.min(content.length, LONGEST_MARK),
                        StandardCharsets.ISO_8859_1);
        if (start.startsWith(UNLOCKING)) {
            into.add(new DecryptionKey("git-crypt", into.at(Place.START)));
            return true;
        }
        Optional<String> tool =
                MARKS.entrySet().stream()
                        .filter(mark -> start.startsWith(mark.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (tool.isPresent()) {
            into.add(encrypted(tool.get(), List.of(), into));
            return true;
        }
        String name = name(into.file());
        if (isPasswordName(name) && isPassword(content)) {
            into.add(new DecryptionKey("ansible-vault", into.at(Place.START)));
            return true;
        }
        return name.contains(".env") && environment(content, into);
    }

    private static boolean isPasswordName(String name) {
        return name.contains("vault") && PASSWORD_NAME.matcher(name).matches();
    }

    /** One line that is neither a program that prints the pass phrase nor a reference to it. */
    private static boolean isPassword(byte[] content) {
        if (content.length > LONGEST_PASSWORD) {
            return false;
        }
        String text = new String(content, StandardCharsets.UTF_8).strip();
        return !text.isEmpty()
                && text.indexOf('\n') < 0
                && !text.startsWith("#")
                && !text.startsWith("$")
                && !text.contains("{{");
    }

    private static boolean environment(byte[] content, Collector into) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (!text.startsWith(SOPS_MAC) && !text.contains("\n" + SOPS_MAC)) {
            return false;
        }
        List<String> recipients = new ArrayList<>();
        Matcher recipient = SOPS_RECIPIENT.matcher(text);
        while (recipient.find()) {
            String who = recipient.group(2);
            recipients.add(recipient.group(1).equals("age") ? who : EncryptedFiles.pgp(who));
        }
        into.add(encrypted("sops", recipients, into));
        return true;
    }

    private static EncryptedFile encrypted(String tool, List<String> recipients, Collector into) {
        return new EncryptedFile(
                tool, Optional.empty(), recipients, List.of(), into.at(Place.START));
    }

    private static String name(String address) {
        int from = Math.max(address.lastIndexOf('/'), address.lastIndexOf('!')) + 1;
        return address.substring(from).toLowerCase(Locale.ROOT);
    }
}

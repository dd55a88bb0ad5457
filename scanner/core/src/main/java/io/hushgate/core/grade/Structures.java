package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.decode.Base64Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Credentials that can be parsed. See {@link io.hushgate.core.rule.Check} for what each one is. */
final class Structures {
    private static final Set<String> KEY_NAMES =
            Set.of(
                    "private_key",
                    "client_secret",
                    "refresh_token",
                    "primaryKeyId",
                    "root_token",
                    "unseal_keys_b64");
    private static final List<String> AZURE_MARKS =
            List.of("AZDO", "+ASt", "ACDb", "+ACR", "APIM", "AzSe", "AzFu", "AIoT", "+ABa", "ACOG");
    private static final int AZURE_MARK_AT = 52;
    private static final int AZURE_MARK_NEAR_END = 20;

    private Structures() {}

    static Grade jwt(Slice secret, Instant now) {
        int first = secret.indexOf('.');
        if (first < 0) {
            return Grade.WEAK;
        }
        Slice rest = secret.from(first + 1);
        int second = rest.indexOf('.');
        if (second < 0) {
            return Grade.WEAK;
        }
        Optional<JsonFields> header = json(secret.part(0, first)).filter(h -> h.has("alg"));
        if (header.isEmpty()) {
            return Grade.WEAK;
        }
        Optional<JsonFields> payload = json(rest.part(0, second));
        if (payload.isEmpty()) {
            return header.get().has("enc") ? Grade.ENCRYPTED : Grade.WEAK;
        }
        boolean expired =
                payload.get().expires().filter(exp -> exp < now.getEpochSecond()).isPresent();
        return expired ? Grade.EXPIRED : Grade.STRUCTURE_VALID;
    }

    static Grade putty(Slice secret) {
        if (!secret.contains("Private-Lines:")) {
            return Grade.WEAK;
        }
        return secret.contains("Encryption: none") ? Grade.STRUCTURE_VALID : Grade.ENCRYPTED;
    }

    static Grade jsonKeyFile(Slice secret) {
        return grade(
                JsonFields.read(secret.copy())
                        .filter(fields ->
                                fields.names().stream().anyMatch(KEY_NAMES::contains)
                                        || isPrivateJwk(fields)));
    }

    /** RFC 7517 and 7518: a private member, or the key itself of an octet sequence. */
    private static boolean isPrivateJwk(JsonFields fields) {
        return fields.has("kty")
                && (fields.has("d")
                        || ("oct".equals(fields.kinds().get("kty")) && fields.has("k")));
    }

    static Grade dockerConfig(Slice secret) {
        Optional<JsonFields> fields =
                secret.startsWith("{") ? JsonFields.read(secret.copy()) : json(secret);
        return grade(
                fields.filter(f ->
                        f.has("auths")
                                && (f.has("auth") || f.has("password") || f.has("identitytoken"))));
    }

    /** Of user and password; of a password that stands for one, what that is. */
    static Grade basicAuth(Slice secret) {
        Optional<Slice> password =
                Base64Bytes.decode(secret)
                        .map(Slice::of)
                        .filter(text -> isPrintable(text))
                        .filter(text -> text.indexOf(':') >= 0 && !text.endsWith(":"))
                        .map(text -> text.from(text.indexOf(':') + 1));
        return password.flatMap(StandIns::ofAssigned).orElseGet(() -> grade(password));
    }

    static Grade base64Json(Slice secret) {
        int start = 0;
        for (int i = 0; i <= secret.length(); i++) {
            if (i == secret.length() || secret.at(i) == '_' || secret.at(i) == '.') {
                if (i - start >= 8 && json(secret.part(start, i)).isPresent()) {
                    return Grade.STRUCTURE_VALID;
                }
                start = i + 1;
            }
        }
        return Grade.WEAK;
    }

    static Grade base64OfLength(Slice secret, int bytes) {
        boolean fits = Base64Bytes.decode(secret).filter(b -> b.length == bytes).isPresent();
        return fits ? Grade.FORMAT : Grade.WEAK;
    }

    static Grade jfrogReference(Slice secret) {
        return grade(
                Base64Bytes.decode(secret).map(Slice::of).filter(t -> t.startsWith("reftkn:")));
    }

    static Grade discordBot(Slice secret) {
        int dot = secret.indexOf('.');
        return dot < 0
                ? Grade.WEAK
                : grade(
                        Base64Bytes.decode(secret.part(0, dot))
                                .map(Slice::of)
                                .filter(id -> id.length() >= 17 && id.length() <= 20)
                                .filter(Structures::isDecimal));
    }

    static Grade azureCask(Slice secret) {
        if (secret.regionIs(AZURE_MARK_AT, "JQQJ99")) {
            return Grade.STRUCTURE_VALID;
        }
        Slice end = secret.last(Math.min(AZURE_MARK_NEAR_END, secret.length()));
        return AZURE_MARKS.stream().anyMatch(end::contains) ? Grade.STRUCTURE_VALID : Grade.WEAK;
    }

    private static Grade grade(Optional<?> proof) {
        return proof.isPresent() ? Grade.STRUCTURE_VALID : Grade.WEAK;
    }

    private static Optional<JsonFields> json(Slice base64) {
        return Base64Bytes.decode(base64).flatMap(JsonFields::read);
    }

    private static boolean isPrintable(Slice text) {
        for (int i = 0; i < text.length(); i++) {
            if ((text.at(i) < ' ' && !isBlank(text.at(i))) || text.at(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int b) {
        return b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean isDecimal(Slice text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) < '0' || text.at(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

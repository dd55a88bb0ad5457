package io.hushgate.rego.load;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a bundle's signature must be (OPA documentation, "Bundles", "Signing"): {@code
 * .signatures.json} holds one JSON Web Token that lists the digest of every file.
 *
 * @param key the secret, or a public key or certificate as PEM
 * @param algorithm of the signature, such as {@code RS256}; what the token says of itself does not
 *     count
 * @param scope what the token must be signed for; empty for tokens without a scope
 * @param excluded names of files that may differ from the signed ones or be missing
 */
public record BundleVerification(
        String key, String algorithm, String scope, List<NamePattern> excluded) {
    static final String FILE = ".signatures.json";

    private static final Set<String> ALGORITHMS =
            Set.of(
                    "ES256", "ES384", "ES512", "HS256", "HS384", "HS512", "PS256", "PS384", "PS512",
                    "RS256", "RS384", "RS512");

    public BundleVerification {
        excluded = List.copyOf(excluded);
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException(
                    "%s: no algorithm of signatures; choose one of %s"
                            .formatted(algorithm, new TreeSet<>(ALGORITHMS)));
        }
    }

    /** A key that verifies tokens without a scope, over all files. */
    public static BundleVerification by(String key, String algorithm) {
        return new BundleVerification(key, algorithm, "", List.of());
    }

    /**
     * Holds files against the signature that is among them.
     *
     * @param bundle its name, for messages
     * @param files all files of the bundle by path
     * @throws LoadProblem if the signature is missing or wrong, or if a file is not as it was
     *     signed
     */
    void check(String bundle, Map<String, byte[]> files) {
        String place = bundle + "/" + FILE;
        byte[] signatures = files.get(FILE);
        if (signatures == null) {
            throw new LoadProblem(
                    place, "is missing; sign the bundle, or leave out the verification key");
        }
        Map<String, Digest> signed = signed(place, token(place, signatures));
        Map<String, byte[]> rest = new TreeMap<>(files);
        rest.remove(FILE);
        rest.forEach((path, bytes) -> {
            Digest digest = signed.remove(path);
            if (isExcluded(path)) {
                return;
            }
            if (digest == null) {
                throw new LoadProblem(
                        bundle + "/" + path, "is not among the signed files; sign the bundle anew");
            }
            digest.check(bundle + "/" + path, bytes);
        });
        signed.keySet().removeIf(this::isExcluded);
        if (!signed.isEmpty()) {
            throw new LoadProblem(
                    bundle, "lacks files that were signed: " + String.join(", ", signed.keySet()));
        }
    }

    /** Without the key, which may be a secret. */
    @Override
    public String toString() {
        return "BundleVerification[%s, scope '%s']".formatted(algorithm, scope);
    }

    private boolean isExcluded(String path) {
        return excluded.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static String token(String place, byte[] signatures) {
        if (json(place, signatures) instanceof RegoObject object
                && object.get("signatures") instanceof RegoArray tokens
                && tokens.size() == 1
                && tokens.at(0) instanceof RegoString token) {
            return token.value();
        }
        throw new LoadProblem(place, "must hold {\"signatures\": [TOKEN]} with one token");
    }

    private Map<String, Digest> signed(String place, String token) {
        if (!holds(place, token)) {
            throw new LoadProblem(
                    place,
                    "the signature is not one of the verification key with %s; check both"
                            .formatted(algorithm));
        }
        if (!(json(place, payload(place, token)) instanceof RegoObject claims)) {
            throw new LoadProblem(place, "the token's claims are no object");
        }
        String claimed = claims.get("scope") instanceof RegoString text ? text.value() : "";
        if (!claimed.equals(scope)) {
            throw new LoadProblem(
                    place, "was signed for scope '%s', not for '%s'".formatted(claimed, scope));
        }
        Map<String, Digest> digests = new TreeMap<>();
        if (claims.get("files") instanceof RegoArray files) {
            files.forEach(file -> {
                if (file instanceof RegoObject object
                        && object.get("name") instanceof RegoString name
                        && object.get("hash") instanceof RegoString hash
                        && object.get("algorithm") instanceof RegoString digest) {
                    digests.put(name.value(), Digest.of(place, digest.value(), hash.value()));
                } else {
                    throw new LoadProblem(
                            place, "each signed file has a name, a hash and an algorithm");
                }
            });
        }
        return digests;
    }

    /** Asks the built-in function that policies verify tokens with. */
    private boolean holds(String place, String token) {
        String name = "io.jwt.verify_" + algorithm.toLowerCase(Locale.ROOT);
        Builtin verify = Builtins.standard().find(name);
        if (verify == null) {
            throw new IllegalStateException(name + " is not there");
        }
        BuiltinContext context = new BuiltinContext(BuiltinContext.Settings.at(Instant.EPOCH, 0));
        try {
            Value[] arguments = {RegoString.of(token), RegoString.of(key)};
            return RegoBoolean.TRUE.equals(verify.call(context, arguments));
        } catch (BuiltinError e) {
            throw new LoadProblem(
                    place,
                    "cannot be verified: %s; the key is PEM, but for HS256 and its like a secret"
                            .formatted(e.getMessage()));
        }
    }

    private static byte[] payload(String place, String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "?");
        } catch (IllegalArgumentException e) {
            throw new LoadProblem(place, "holds no JSON Web Token");
        }
    }

    private static Value json(String place, byte[] bytes) {
        try {
            return JsonReader.standard().read(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProblem e) {
            throw new LoadProblem(place, String.valueOf(e.getMessage()));
        }
    }
}

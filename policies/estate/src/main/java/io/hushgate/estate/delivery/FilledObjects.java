package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects that somebody fills in from Vault on their way into the cluster: Secrets and ConfigMaps
 * with {@code vault:PATH#KEY} by the webhook of bank-vaults, objects with the annotation {@code
 * avp.kubernetes.io/path} by the plugin of Argo CD.
 *
 * <p>Sources: bank-vaults.dev, mutating webhook; argocd-vault-plugin.readthedocs.io, how it works.
 */
public final class FilledObjects {
    private static final String BANK = "vault.security.banzaicloud.io/";
    private static final String PLUGIN_PATH = "avp.kubernetes.io/path";
    private static final Pattern REFERENCE =
            Pattern.compile("(>>)?vault:([^#\\s\"'}]{1,512})#(\\w[^#\\s\"'}]{0,255})?");

    /** Registry credentials hold base64 in base64. */
    private static final int MAX_LAYERS = 3;

    private static final int MAX_TEXT = 1 << 16;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,65536}={0,2}");

    private FilledObjects() {}

    /** Adds a use for each path that the object's values or annotations name. */
    public static void read(String kind, Mapping object, Collector into) {
        Mapping annotations = object.at("metadata", "annotations");
        Resource own = Resource.of(object);
        for (Scalar path : annotations.scalars(PLUGIN_PATH)) {
            into.add(
                    new Use(
                            own.namespace(),
                            kind + "/" + own.name(),
                            "",
                            "",
                            "",
                            "",
                            path.text(),
                            "",
                            "read",
                            "avp",
                            into.at(path.place(), path.isLiteral())));
        }
        if (!kind.equals("Secret") && !kind.equals("ConfigMap")) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String data : List.of("data", "stringData")) {
            boolean encoded = kind.equals("Secret") && data.equals("data");
            for (Entry entry : object.mapping(data).entries()) {
                if (entry.value() instanceof Scalar value && value.text().length() <= MAX_TEXT) {
                    String text =
                            encoded ? decoded(value.text()).orElse(value.text()) : value.text();
                    Filled filled = new Filled(kind, own, annotations, value, seen, into);
                    filled.references(text, MAX_LAYERS);
                }
            }
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A value of an object. */
    private record Filled(
            String kind,
            Resource own,
            Mapping annotations,
            Scalar value,
            Set<String> seen,
            Collector into) {
        void references(String text, int layers) {
            if (text.contains("vault:")) {
                Matcher reference = REFERENCE.matcher(text);
                while (reference.find()) {
                    String operation = reference.group(1) == null ? "read" : "update";
                    String key = reference.group(3) == null ? "" : reference.group(3);
                    use(reference.group(2), key, operation);
                }
            } else if (layers > 0) {
                Matcher inner = BASE64.matcher(text);
                while (inner.find()) {
                    decoded(inner.group()).ifPresent(one -> references(one, layers - 1));
                }
            }
        }

        private void use(String path, String key, String operation) {
            String role = Injector.or(annotations.text(BANK + "vault-role"), "default");
            String mount = Injector.or(annotations.text(BANK + "vault-path"), "kubernetes");
            String account = annotations.text(BANK + "vault-serviceaccount");
            if (seen.add(operation + " " + path + "#" + key)) {
                into.add(
                        new Use(
                                own.namespace(),
                                kind + "/" + own.name(),
                                account,
                                role.toLowerCase(Locale.ROOT),
                                Injector.mount(mount),
                                "",
                                path.startsWith("/") ? path.substring(1) : path,
                                key,
                                operation,
                                "bank-vaults",
                                into.at(value.place(), value.isLiteral())));
            }
        }
    }
}

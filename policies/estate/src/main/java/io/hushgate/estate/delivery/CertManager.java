package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.Locale;

/**
 * Reads issuers of cert-manager that let Vault sign.
 *
 * <p>Source: cert-manager.io/docs/configuration/vault.
 */
final class CertManager {
    private static final String API = "/v1/";

    void issuer(String kind, Mapping resource, Collector into) {
        Resource own = Resource.of(resource);
        Mapping vault = resource.at("spec", "vault");
        Mapping login = vault.at("auth", "kubernetes");
        String mount = Injector.or(login.text("mountPath"), login.text("path"));
        String bare = mount.startsWith(API) ? mount.substring(API.length()) : mount;
        for (Scalar path : vault.scalars("path")) {
            into.add(
                    new Use(
                            own.namespace(),
                            kind + "/" + own.name(),
                            login.at("serviceAccountRef").text("name"),
                            login.text("role").toLowerCase(Locale.ROOT),
                            login.entries().isEmpty()
                                    ? ""
                                    : Injector.mount(Injector.or(bare, "kubernetes")),
                            "",
                            path.text(),
                            "",
                            "update",
                            "cert-manager",
                            into.at(path.place(), path.isLiteral())));
        }
    }
}

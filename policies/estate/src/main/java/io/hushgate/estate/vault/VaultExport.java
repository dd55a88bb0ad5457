package io.hushgate.estate.vault;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what Vault's own commands print with {@code -format=json}, and payloads of its API that lie
 * in files: roles, policies, lists of mounts. Such a file does not say its role's name; the file's
 * name is taken for it.
 */
public final class VaultExport {
    private static final String FORMAT = "json";
    private static final Set<String> LISTS = Set.of("sys/mounts", "sys/auth", "sys/audit");

    private final PolicyCollector policies;

    public VaultExport(PolicyCollector policies) {
        this.policies = policies;
    }

    /** Reads a document; false if it is nothing of this kind. */
    public boolean read(Mapping root, Collector into) {
        if (root.get("vault_answer").isPresent()) {
            answer(root.mapping("vault_answer"), into);
            return true;
        }
        Mapping data = root.get("request_id").isPresent() ? root.mapping("data") : root;
        if (isRole(data)) {
            Collector unsure = into.atMost(Confidence.MEDIUM);
            String name =
                    data.text("name").isEmpty()
                            ? PolicyCollector.stem(into.file())
                            : data.text("name");
            into.add(
                    RoleSettings.read(
                            "",
                            "kubernetes",
                            name,
                            Settings.of(data),
                            FORMAT,
                            unsure.at(data.place())));
            return true;
        }
        Optional<Scalar> policy = data.scalar("policy").or(() -> data.scalar("rules"));
        if (policy.isPresent() && PolicyText.isLikely(policy.get().text())) {
            String name =
                    data.text("name").isEmpty()
                            ? PolicyCollector.stem(into.file())
                            : data.text("name");
            policies.add(
                    name,
                    policy.get().asSource(),
                    FORMAT,
                    into.atMost(Confidence.MEDIUM),
                    policy.get().place());
            return true;
        }
        return mounts(data, into);
    }

    /**
     * What a server answered, with the path that was asked: it says of what is there what a write
     * would say that is to be. Lists of mounts and devices hold one such answer each.
     */
    private void answer(Mapping answer, Collector into) {
        String path = answer.text("path");
        Mapping data = answer.mapping("answer").mapping("data");
        if (!LISTS.contains(path)) {
            new ApiRequest(path, Settings.of(data), "api", data.place()).read(into, policies);
            return;
        }
        for (Entry entry : data.entries()) {
            entry.value()
                    .asMapping()
                    .ifPresent(one ->
                            new ApiRequest(
                                            path + "/" + entry.key().text(),
                                            Settings.of(one),
                                            "api",
                                            entry.key().place())
                                    .read(into, policies));
        }
    }

    private static boolean isRole(Mapping data) {
        return data.get("bound_service_account_names").isPresent()
                || (data.get("token_policies").isPresent()
                        && (data.get("bind_secret_id").isPresent()
                                || data.get("bound_audiences").isPresent()));
    }

    /**
     * {@code vault secrets list} and {@code vault auth list}: paths that end in a slash, with type
     * and accessor.
     */
    private static boolean mounts(Mapping data, Collector into) {
        boolean found = false;
        for (Entry entry : data.entries()) {
            Optional<Mapping> mount = entry.value().asMapping();
            String path = entry.key().text();
            if (path.endsWith("/")
                    && mount.isPresent()
                    && !mount.get().text("accessor").isEmpty()) {
                found = true;
                Settings settings = Settings.of(mount.get());
                if (settings.text("accessor").startsWith("auth_")) {
                    into.add(
                            new AuthMount(
                                    RoleSettings.trimmed(path),
                                    settings.text("type"),
                                    into.at(entry.key().place())));
                } else {
                    into.add(ApiRequest.mount(path, settings, into, entry.key().place()));
                }
            }
        }
        return found;
    }
}

package io.hushgate.estate.vault;

import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact;
import io.hushgate.estate.fact.VaultFact.AuditDevice;
import io.hushgate.estate.fact.VaultFact.AuthConfig;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.Mount;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A write to Vault's API, in whatever dress it comes: {@code vault write}, {@code curl},
 * Terraform's {@code vault_generic_endpoint}, OpenBao's self-initialisation.
 *
 * @param path without {@code /v1/} and leading slash
 * @param settings the payload
 * @param format for the facts
 * @param place where the request is written
 */
public record ApiRequest(String path, Settings settings, String format, Place place) {
    private static final Pattern ROLE = Pattern.compile("auth/(.+?)/(role|roles)/([^/]+)");
    private static final Pattern USER =
            Pattern.compile("auth/(.+?)/(?:map/)?(users|groups|teams|certs)/([^/]+)");
    private static final Pattern CONFIG = Pattern.compile("auth/(.+?)/config");
    private static final Pattern POLICY = Pattern.compile("sys/(?:policies/acl|policy)/([^/]+)");
    private static final Pattern AUTH = Pattern.compile("sys/auth/([^*]+?)/?");
    private static final Pattern MOUNT = Pattern.compile("sys/mounts/([^*]+?)/?");
    private static final Pattern AUDIT = Pattern.compile("sys/audit/([^*]+?)/?");

    /** Puts what the request changes into a collector; a request of no interest leaves nothing. */
    public void read(Collector into, PolicyCollector policies) {
        Matcher policy = POLICY.matcher(path);
        Matcher role = ROLE.matcher(path);
        Matcher user = USER.matcher(path);
        Matcher config = CONFIG.matcher(path);
        Matcher auth = AUTH.matcher(path);
        Matcher mount = MOUNT.matcher(path);
        Matcher audit = AUDIT.matcher(path);
        if (policy.matches()) {
            policy(policy.group(1), into, policies);
        } else if (role.matches()) {
            into.add(role(role.group(1), role.group(3), into));
        } else if (user.matches() && settings.has("policies", "token_policies", "value")) {
            into.add(role(user.group(1), user.group(3), into));
        } else if (config.matches()) {
            into.add(authConfig(config.group(1), settings, into, place));
        } else if (auth.matches() && !path.endsWith("/tune")) {
            into.add(
                    new AuthMount(
                            RoleSettings.trimmed(auth.group(1)),
                            settings.text("type"),
                            into.at(place)));
        } else if (mount.matches() && !path.endsWith("/tune")) {
            into.add(mount(mount.group(1), settings, into, place));
        } else if (audit.matches()) {
            into.add(audit(audit.group(1), settings, into, place));
        }
    }

    private VaultFact.Role role(String authMount, String name, Collector into) {
        boolean literal = !hasExpansion(path);
        return RoleSettings.read("", authMount, name, settings, format, into.at(place, literal));
    }

    private void policy(String name, Collector into, PolicyCollector policies) {
        Optional<Scalar> text =
                settings.node("policy", "rules")
                        .filter(Scalar.class::isInstance)
                        .map(Scalar.class::cast);
        if (text.isPresent() && text.get().text().startsWith("@")) {
            into.add(
                    new PolicyAlias(
                            name.toLowerCase(Locale.ROOT),
                            text.get().text().substring(1),
                            into.at(place)));
        } else {
            text.ifPresent(policy -> policies.add(name, policy.asSource(), format, into, place));
        }
    }

    /** {@code auth/MOUNT/config}. */
    public static AuthConfig authConfig(
            String mount, Settings settings, Collector into, Place place) {
        Optional<Node> jwt = settings.node("token_reviewer_jwt", "tokenReviewerJWT");
        return new AuthConfig(
                RoleSettings.trimmed(mount),
                settings.address(
                        "kubernetes_host",
                        "kubernetesHost",
                        "oidc_discovery_url",
                        "jwks_url",
                        "url"),
                jwt.map(ValueClassifier::of).orElse(ValueClass.ABSENT),
                settings.has("kubernetes_ca_cert", "kubernetesCACert", "oidc_discovery_ca_pem"),
                settings.flag("disable_iss_validation", "disableISSValidation"),
                settings.lines(),
                into.at(place));
    }

    /** {@code sys/mounts/PATH}. */
    public static Mount mount(String path, Settings settings, Collector into, Place place) {
        String type = settings.text("type");
        Mapping options = settings.mapping().mapping("options");
        Optional<Long> version =
                Settings.of(options).number("version").or(() -> settings.number("version"));
        List<String> plain = new ArrayList<>(settings.list("audit_non_hmac_request_keys"));
        plain.addAll(settings.list("audit_non_hmac_response_keys"));
        return mount(path, type, version, plain, into, place);
    }

    /** A mount; type {@code kv-v2} says the version. */
    public static Mount mount(
            String path,
            String type,
            Optional<Long> version,
            List<String> plainKeys,
            Collector into,
            Place place) {
        boolean two = type.equals("kv-v2");
        boolean generic = type.equals("generic") || type.equals("kv-v1");
        return new Mount(
                RoleSettings.trimmed(path),
                two || generic ? "kv" : type,
                two ? Optional.of(2L) : generic ? Optional.of(1L) : version,
                plainKeys,
                into.at(place, !hasExpansion(path)));
    }

    /** {@code sys/audit/PATH}. */
    public static AuditDevice audit(String path, Settings settings, Collector into, Place place) {
        Settings options = Settings.of(settings.mapping().mapping("options"));
        String filePath = options.text("file_path", "path");
        return new AuditDevice(
                RoleSettings.trimmed(path),
                settings.text("type"),
                filePath.isEmpty() ? settings.text("file_path") : filePath,
                options.flag("log_raw").or(() -> settings.flag("log_raw")),
                options.flag("hmac_accessor").or(() -> settings.flag("hmac_accessor")),
                into.at(place));
    }

    /** Tells whether something in a text is still to be filled in. */
    public static boolean hasExpansion(String text) {
        return text.contains("$") || text.contains("{{") || text.contains("<");
    }
}

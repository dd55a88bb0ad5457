package io.hushgate.estate.delivery;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.fact.VaultFact.Connection;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pods that a webhook fills with secrets: Vault's agent injector and the bank-vaults webhook.
 *
 * <p>Sources: developer.hashicorp.com/vault/docs/platform/k8s/injector/annotations;
 * bank-vaults.dev, mutating webhook.
 */
public final class Injector {
    /** Before the names of the agent's annotations. */
    public static final String AGENT = "vault.hashicorp.com/";

    private static final String SECRET = AGENT + "agent-inject-secret-";
    private static final String TEMPLATE = AGENT + "agent-inject-template-";
    private static final String BANK = "vault.security.banzaicloud.io/";

    /** A template's call for a secret; with parameters it writes. */
    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(?:secret|pkiCert)\\s+\"(/?[^\"]{1,512})\"(\\s+\"[^\"]*=[^\"]*\")?");

    /** {@code vault:PATH#KEY}, {@code >>vault:PATH#KEY}, and the same in braces within a text. */
    private static final Pattern BANK_REFERENCE =
            Pattern.compile("(?:^|\\$\\{)(>>)?vault:([^#\\s\"'}]{1,512})#(\\w[^#\\s\"'}]{0,255})?");

    /**
     * Reads the annotations of a pod template and, for bank-vaults, the variables of its
     * containers.
     */
    public void read(Workload workload, Mapping template, Collector into) {
        Mapping annotations = template.at("metadata", "annotations");
        Login agent =
                new Login(
                        workload,
                        annotations.text(AGENT + "role"),
                        or(annotations.text(AGENT + "auth-path"), "auth/kubernetes"));
        agent(annotations, agent, into);
        Login bank =
                new Login(
                        workload,
                        or(
                                annotations.text(BANK + "vault-role"),
                                or(workload.serviceAccount(), "default")),
                        or(annotations.text(BANK + "vault-path"), "kubernetes"));
        bank(annotations, template.mapping("spec"), bank, into);
    }

    private static void agent(Mapping annotations, Login login, Collector into) {
        Set<String> seen = new HashSet<>();
        for (Entry annotation : annotations.entries()) {
            String key = annotation.key().text();
            if (!(annotation.value() instanceof Scalar value)) {
                continue;
            }
            if (key.startsWith(SECRET)) {
                use(value.text(), "", "read", "injector", login, value.place(), seen, into);
            } else if (key.startsWith(TEMPLATE)
                    || key.equals(AGENT + "agent-inject-default-template")) {
                Matcher call = CALL.matcher(value.text());
                while (call.find()) {
                    String operation = call.group(2) == null ? "read" : "update";
                    Place place = value.asSource().placeAt(call.start(1));
                    use(
                            call.group(1),
                            "",
                            operation,
                            "injector-template",
                            login,
                            place,
                            seen,
                            into);
                }
            }
        }
        if (annotations.get(AGENT + "agent-inject").isPresent()) {
            connection("injector", annotations, AGENT, login, into);
        }
    }

    private static void bank(Mapping annotations, Mapping spec, Login login, Collector into) {
        Set<String> seen = new HashSet<>();
        for (String list : List.of("vault-env-from-path", "vault-from-path")) {
            for (Scalar paths : annotations.scalars(BANK + list)) {
                for (String path : paths.text().split(",", -1)) {
                    use(path.strip(), "", "read", "bank-vaults", login, paths.place(), seen, into);
                }
            }
        }
        for (String kind : List.of("initContainers", "containers")) {
            for (Mapping container : spec.mappings(kind)) {
                for (Mapping variable : container.mappings("env")) {
                    for (Scalar value : variable.scalars("value")) {
                        references(value, login, seen, into);
                    }
                }
            }
        }
        if (annotations.get(BANK + "vault-addr").isPresent()) {
            connection("bank-vaults", annotations, BANK, login, into);
        }
    }

    private static void references(Scalar value, Login login, Set<String> seen, Collector into) {
        if (!value.text().contains("vault:")) {
            return;
        }
        Matcher reference = BANK_REFERENCE.matcher(value.text());
        while (reference.find()) {
            String operation = reference.group(1) == null ? "read" : "update";
            String key = reference.group(3) == null ? "" : reference.group(3);
            use(
                    reference.group(2),
                    key,
                    operation,
                    "bank-vaults",
                    login,
                    value.place(),
                    seen,
                    into);
        }
    }

    private static void use(
            String path,
            String key,
            String operation,
            String via,
            Login login,
            Place place,
            Set<String> seen,
            Collector into) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        if (!bare.isEmpty() && seen.add(operation + " " + bare + "#" + key)) {
            into.add(
                    new Use(
                            login.workload.namespace(),
                            login.workload.kind() + "/" + login.workload.name(),
                            or(login.workload.serviceAccount(), "default"),
                            login.role.toLowerCase(Locale.ROOT),
                            mount(login.authMount),
                            "",
                            bare,
                            key,
                            operation,
                            via,
                            into.at(place)));
        }
    }

    private static void connection(
            String via, Mapping annotations, String prefix, Login login, Collector into) {
        Map<String, Integer> lines = new TreeMap<>();
        Place first = annotations.place();
        for (Entry entry : annotations.entries()) {
            if (entry.key().text().startsWith(prefix)) {
                lines.put(entry.key().text(), entry.key().place().line());
                first = lines.size() == 1 ? entry.key().place() : first;
            }
        }
        Settings settings = Settings.of(annotations);
        String method = settings.text(prefix + "auth-type");
        into.add(
                new Connection(
                        via,
                        "metadata.annotations",
                        settings.flag(prefix + "agent-inject"),
                        "vault",
                        settings.address(prefix + "service", prefix + "vault-addr"),
                        settings.flag(prefix + "tls-skip-verify", prefix + "vault-skip-verify"),
                        or(method, "kubernetes"),
                        login.role.toLowerCase(Locale.ROOT),
                        mount(login.authMount),
                        ValueClass.ABSENT,
                        ValueClass.ABSENT,
                        ValueClass.ABSENT,
                        "",
                        "",
                        lines,
                        into.at(first)));
    }

    /** A login mount as facts have it. */
    static String mount(String path) {
        String bare = path.startsWith("auth/") ? path.substring("auth/".length()) : path;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private record Login(Workload workload, String role, String authMount) {}
}

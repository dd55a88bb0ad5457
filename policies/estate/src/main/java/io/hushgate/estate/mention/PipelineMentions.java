package io.hushgate.estate.mention;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Secrets that pipelines fetch by their own means: {@code hashicorp/vault-action} of GitHub, {@code
 * secrets: vault:} of GitLab.
 *
 * <p>Sources: github.com/hashicorp/vault-action README; docs.gitlab.com/ci/yaml, secrets:vault.
 */
public final class PipelineMentions {
    private static final String ACTION = "hashicorp/vault-action";

    private PipelineMentions() {}

    /** Adds a use for each secret that the document fetches. */
    public static void read(Mapping document, Collector into) {
        for (Entry job : document.mapping("jobs").entries()) {
            for (Mapping step :
                    job.value().asMapping().map(one -> one.mappings("steps")).orElse(List.of())) {
                if (step.text("uses").startsWith(ACTION)) {
                    action(job.key().text(), step.mapping("with"), into);
                }
            }
        }
        for (Entry job : document.entries()) {
            Optional<Mapping> body = job.value().asMapping();
            body.ifPresent(one -> gitlab(job.key().text(), one, into));
        }
    }

    /** {@code PATH KEY | NAME ;} line by line; the path is one of the API. */
    private static void action(String job, Mapping with, Collector into) {
        String method = with.text("method").isEmpty() ? "token" : with.text("method");
        String mount = with.text("path").isEmpty() ? method : with.text("path");
        String role = method.equals("token") ? "" : with.text("role").toLowerCase(Locale.ROOT);
        for (Scalar secrets : with.scalars("secrets")) {
            int offset = 0;
            for (String line : secrets.text().split("[;\\n]", -1)) {
                String entry = line.strip();
                int space = entry.indexOf(' ');
                String path = space < 0 ? entry : entry.substring(0, space);
                if (path.indexOf('/') > 0) {
                    Place place = secrets.asSource().placeAt(offset + line.indexOf(path));
                    use(job, role, role.isEmpty() ? "" : mount, path, "github", place, into);
                }
                offset += line.length() + 1;
            }
        }
    }

    /** {@code path/field@mount}, or the same taken apart; the job's token logs in. */
    private static void gitlab(String job, Mapping body, Collector into) {
        for (Entry secret : body.mapping("secrets").entries()) {
            Optional<Node> vault = secret.value().asMapping().flatMap(one -> one.get("vault"));
            if (vault.isEmpty()) {
                continue;
            }
            Node node = vault.get();
            String role =
                    body.mapping("variables").text("VAULT_AUTH_ROLE").toLowerCase(Locale.ROOT);
            String mount = role.isEmpty() ? "" : "jwt";
            if (node instanceof Scalar text) {
                int at = text.text().lastIndexOf('@');
                String engine = at < 0 ? "kv-v2" : text.text().substring(at + 1);
                String rest = at < 0 ? text.text() : text.text().substring(0, at);
                int field = rest.lastIndexOf('/');
                String path = field < 0 ? rest : rest.substring(0, field);
                use(job, role, mount, engine + "/data/" + path, "gitlab", text.place(), into);
            } else if (node instanceof Mapping parts) {
                Mapping engine = parts.mapping("engine");
                String data = engine.text("name").equals("kv-v1") ? "/" : "/data/";
                String path = engine.text("path") + data + parts.text("path");
                use(job, role, mount, path, "gitlab", parts.place(), into);
            }
        }
    }

    private static void use(
            String job,
            String role,
            String mount,
            String path,
            String via,
            Place place,
            Collector into) {
        boolean literal = !path.contains("$");
        into.add(
                new Use(
                        "",
                        "job/" + job,
                        "",
                        role.contains("$") ? "" : role,
                        mount,
                        "",
                        path,
                        "",
                        "read",
                        via,
                        into.at(place, literal)));
    }
}

package io.hushgate.source.vault;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import io.hushgate.source.server.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server of Vault or OpenBao: its ACL policies, auth methods, login roles, secrets engines and
 * audit devices, each answer as one JSON artifact {@code {"vault_answer": {"path": ..., "answer":
 * ...}}}.
 *
 * <p>Asks with {@code GET} alone (a login apart), never below a secrets engine. What the token may
 * not see is in the coverage.
 *
 * <p>Sources: developer.hashicorp.com/vault/api-docs/system/policies, /auth, /mounts, /audit and
 * .../api-docs/auth.
 */
public final class VaultSource implements Source {
    /** Where roles lie, by the type of the method. */
    private static final Map<String, List<String>> ROLES =
            Map.ofEntries(
                    Map.entry("kubernetes", List.of("role")),
                    Map.entry("approle", List.of("role")),
                    Map.entry("jwt", List.of("role")),
                    Map.entry("oidc", List.of("role")),
                    Map.entry("aws", List.of("role")),
                    Map.entry("gcp", List.of("role")),
                    Map.entry("azure", List.of("role")),
                    Map.entry("cert", List.of("certs")),
                    Map.entry("userpass", List.of("users")),
                    Map.entry("ldap", List.of("groups", "users")),
                    Map.entry("token", List.of("roles")));

    private static final Set<String> WITH_CONFIG = Set.of("kubernetes", "jwt", "oidc");
    private static final int MOST_NAMES = 100_000;

    private final VaultTarget target;
    private final Map<String, String> environment;

    private VaultSource(VaultTarget target, Map<String, String> environment) {
        this.target = target;
        this.environment = environment;
    }

    /**
     * Names the server; nothing is asked yet.
     *
     * @param environment where a token may lie
     */
    public static VaultSource of(VaultTarget target, Map<String, String> environment) {
        return new VaultSource(target, Map.copyOf(environment));
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        VaultClient client = VaultClient.connect(target, environment);
        Run run = new Run(client, consumers.newConsumer(), new CoverageLog());
        run.everything();
        if (run.log.coverage().artifacts() == 0 && run.unavailable) {
            throw new SourceProblem(
                    target.address().toString(),
                    "the server is sealed, or not ready yet",
                    "unseal it, or name another one of its cluster");
        }
        if (run.log.coverage().artifacts() == 0) {
            throw new SourceProblem(
                    target.address().toString(),
                    "the token is not valid, or may see nothing that is asked for",
                    "let it read and list sys/policies/acl, sys/auth, sys/mounts, sys/audit and auth/+/role");
        }
        return run.log.coverage();
    }

    /** One reading. */
    private final class Run {
        private final VaultClient client;
        private final ArtifactConsumer consumer;
        private final CoverageLog log;

        /** Whether the server said that it answers nothing now. */
        private boolean unavailable;

        Run(VaultClient client, ArtifactConsumer consumer, CoverageLog log) {
            this.client = client;
            this.consumer = consumer;
            this.log = log;
        }

        void everything() {
            each("sys/policies/acl");
            give("sys/mounts");
            give("sys/audit");
            Answer methods = give("sys/auth");
            VaultJson.types(methods.isOk() ? methods.body() : new byte[0])
                    .forEach((path, type) -> {
                        String mount = "auth/" + path.substring(0, path.length() - 1);
                        if (WITH_CONFIG.contains(type)) {
                            give(mount + "/config");
                        }
                        ROLES.getOrDefault(type, List.of())
                                .forEach(kind -> each(mount + "/" + kind));
                    });
        }

        /** Everything that a list names. */
        private void each(String path) {
            Answer names = client.get(path, true);
            if (names.status() == 404) {
                return;
            }
            if (!names.isOk()) {
                refused(path, names.status());
                return;
            }
            List<String> keys = VaultJson.texts(names.body(), "data.keys");
            for (String key : keys.subList(0, Math.min(keys.size(), MOST_NAMES))) {
                if (!key.equals("root") && !key.endsWith("/")) {
                    give(path + "/" + key);
                }
            }
            if (keys.size() > MOST_NAMES) {
                log.skip(
                        address(path),
                        Reason.LIMIT_ENTRIES,
                        "more than %d names".formatted(MOST_NAMES));
            }
        }

        private Answer give(String path) {
            Answer answer = client.get(path, false);
            if (!answer.isOk()) {
                if (answer.status() != 404) {
                    refused(path, answer.status());
                }
                return answer;
            }
            if (!answer.whole()) {
                log.skip(address(path), Reason.LIMIT_SIZE, "the answer is longer than 16 MiB");
                return answer;
            }
            try {
                byte[] bytes = wrapped(path, answer.body());
                consumer.accept(Artifact.InMemory.of(address(path), bytes), AddedRanges.EVERYTHING);
                log.looked(1, bytes.length);
            } catch (IOException e) {
                log.skip(address(path), Reason.UNREADABLE, "the answer cannot be kept");
            }
            return answer;
        }

        private void refused(String path, int status) {
            unavailable |= status == 503;
            String detail =
                    status == 403
                            ? "permission denied; let the token read and list it"
                            : "the server answered with status %d; ask its active node"
                                    .formatted(status);
            log.skip(address(path), Reason.UNREADABLE, detail);
        }

        private Address address(String path) {
            return new Address.File("vault://" + target.host() + "/v1/" + path + ".json");
        }
    }

    private static byte[] wrapped(String path, byte[] answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "{\"vault_answer\": {\"path\": %s, \"answer\":\n"
                        .formatted(VaultJson.quoted(path))
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(answer);
        out.writeBytes("}}\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}

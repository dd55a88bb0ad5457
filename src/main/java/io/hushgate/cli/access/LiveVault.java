package io.hushgate.cli.access;

import io.hushgate.cli.UsageProblem;
import io.hushgate.source.Source;
import io.hushgate.source.vault.VaultLogin;
import io.hushgate.source.vault.VaultSource;
import io.hushgate.source.vault.VaultTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a server. Without {@code --vault} nothing is asked of any network. */
final class LiveVault {
    private static final Path OWN_JWT =
            Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    @Option(
            names = "--vault",
            paramLabel = "ADDRESS",
            description =
                    "Ask this server of Vault or OpenBao as well (https://HOST:PORT): "
                            + "policies, methods, roles, mounts and audit devices, read-only; with "
                            + "the token in VAULT_TOKEN.")
    private @Nullable String address;

    @Option(
            names = "--vault-token-file",
            paramLabel = "FILE",
            description = "Where the token lies instead of VAULT_TOKEN, such as ~/.vault-token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--vault-role",
            paramLabel = "ROLE",
            description = "Log in by this role of the Kubernetes method instead.")
    private @Nullable String role;

    @Option(
            names = "--vault-auth-mount",
            paramLabel = "MOUNT",
            description = "Where that method is mounted (default: kubernetes).")
    private String mount = "kubernetes";

    @Option(
            names = "--vault-jwt",
            paramLabel = "FILE",
            description = "The service account's token for it (default: the pod's own).")
    private Path jwt = OWN_JWT;

    @Option(
            names = "--vault-namespace",
            paramLabel = "NAMESPACE",
            description = "Namespace of the server.")
    private String namespace = "";

    @Option(
            names = "--vault-ca",
            paramLabel = "FILE",
            description = "PEM certificates to trust instead of the system's.")
    private @Nullable Path authority;

    boolean isAsked() {
        return address != null;
    }

    List<Source> sources() {
        if (address == null) {
            if (role != null || tokenFile != null || authority != null || !namespace.isEmpty()) {
                throw new UsageProblem(
                        "--vault-...: these options need --vault, the server they are about");
            }
            return List.of();
        }
        if (role != null && tokenFile != null) {
            throw new UsageProblem(
                    "--vault-role and --vault-token-file exclude each other; keep one");
        }
        VaultTarget target =
                VaultTarget.of(address, namespace, Optional.ofNullable(authority), login());
        return List.of(VaultSource.of(target, environment()));
    }

    private VaultLogin login() {
        if (role != null) {
            return new VaultLogin.Kubernetes(mount, role, jwt);
        }
        return tokenFile == null
                ? new VaultLogin.FromEnvironment("VAULT_TOKEN")
                : new VaultLogin.FromFile(tokenFile);
    }

    private static Map<String, String> environment() {
        String token = System.getenv("VAULT_TOKEN");
        return token == null ? Map.of() : Map.of("VAULT_TOKEN", token);
    }
}

package io.hushgate.audit.inventory;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where a target, or a part of one, lies. */
public sealed interface Place {
    /** A directory, work tree, bare repository or file. */
    record Files(Path path) implements Place {}

    /** A repository that is fetched. */
    record Repository(URI url, Optional<Login> login) implements Place {}

    /**
     * An image: a layout, an archive, or a name in a registry.
     *
     * @param reference absolute where it is a path
     */
    record Image(String reference) implements Place {}

    /** A log or a directory of logs. */
    record Logs(Path path) implements Place {}

    /** What was exported from Vault: a file or directory. */
    record Vault(Path path) implements Place {}

    /** What was exported from a cluster: a file or directory. */
    record Kubernetes(Path path) implements Place {}

    /**
     * Which variables of the environment hold what a server asks for.
     *
     * @param user empty where a token alone is enough
     */
    record Login(Optional<String> user, String token) {}

    /** The word that names this kind in inventories. */
    default String kind() {
        return switch (this) {
            case Files _ -> "path";
            case Repository _ -> "repository";
            case Image _ -> "image";
            case Logs _ -> "logs";
            case Vault _ -> "vault";
            case Kubernetes _ -> "kubernetes";
        };
    }
}

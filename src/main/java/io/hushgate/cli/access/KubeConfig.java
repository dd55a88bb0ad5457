package io.hushgate.cli.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.cli.UsageProblem;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.tree.YamlReader;
import io.hushgate.source.kube.KubeLogin;
import io.hushgate.source.kube.KubeTarget;
import io.hushgate.source.server.Credential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One context of a kubeconfig. What would run a program, weaken TLS or act as somebody else is
 * refused by name.
 *
 * <p>Source: kubernetes.io/docs/reference/config-api/kubeconfig.v1.
 */
final class KubeConfig {
    private static final int MOST_BYTES = 1 << 20;

    /** Keys of a user that are not followed. */
    private static final List<String> REFUSED_OF_USERS =
            List.of(
                    "exec",
                    "auth-provider",
                    "username",
                    "password",
                    "as",
                    "as-uid",
                    "as-groups",
                    "as-user-extra");

    private static final List<String> REFUSED_OF_CLUSTERS =
            List.of("insecure-skip-tls-verify", "proxy-url", "tls-server-name");

    private final Path file;
    private final Mapping root;

    private KubeConfig(Path file, Mapping root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads the file.
     *
     * @throws UsageProblem when it is no kubeconfig
     */
    static KubeConfig read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw problem(file, "it is no kubeconfig; they are shorter than 1 MiB");
            }
            Source source = Source.of(Files.readString(file, UTF_8));
            return new YamlReader(Limits.DEFAULT)
                    .read(source).documents().stream()
                            .flatMap(document -> document.asMapping().stream())
                            .filter(root -> root.get("clusters").isPresent())
                            .findFirst()
                            .map(root -> new KubeConfig(file, root))
                            .orElseThrow(() ->
                                    problem(
                                            file,
                                            "it is no kubeconfig; give a file with clusters, users and contexts"));
        } catch (IOException e) {
            throw problem(file, "it cannot be read; check --kube-config");
        }
    }

    /**
     * The cluster and login of a context.
     *
     * @param name empty for the current one
     */
    KubeTarget target(String name) {
        String wanted = name.isEmpty() ? root.text("current-context") : name;
        if (wanted.isEmpty()) {
            throw problem(file, "it has no current-context; name one with --kube-context");
        }
        Mapping context = named("contexts", wanted, "context");
        Mapping cluster = named("clusters", context.text("cluster"), "cluster");
        Optional<Mapping> user =
                context.text("user").isEmpty()
                        ? Optional.empty()
                        : Optional.of(named("users", context.text("user"), "user"));
        refuse(cluster, REFUSED_OF_CLUSTERS, "clusters." + context.text("cluster"));
        user.ifPresent(one -> refuse(one, REFUSED_OF_USERS, "users." + context.text("user")));
        return new KubeTarget(
                server(cluster.text("server")),
                content(cluster, "certificate-authority").map(pem -> new String(pem, UTF_8)),
                user.map(this::login).orElseGet(KubeLogin.Nobody::new));
    }

    private URI server(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw problem(file, "server is no address; write https://HOST:PORT");
        }
    }

    private Mapping named(String list, String name, String kind) {
        return root.mappings(list).stream()
                .filter(item -> item.text("name").equals(name))
                .findFirst()
                .flatMap(item -> item.get(kind).flatMap(Node::asMapping))
                .orElseThrow(() ->
                        problem(
                                file,
                                "it has no %s %s; it has %s"
                                        .formatted(
                                                kind,
                                                name,
                                                String.join(
                                                        ", ",
                                                        root.mappings(list).stream()
                                                                .map(item -> item.text("name"))
                                                                .toList()))));
    }

    /** Names what is there and not followed; {@code false} is as good as absent. */
    private void refuse(Mapping part, List<String> keys, String place) {
        for (String key : keys) {
            if (part.get(key).isPresent() && !part.text(key).equals("false")) {
                throw problem(file, "%s.%s is not followed; %s".formatted(place, key, remedy(key)));
            }
        }
    }

    private static String remedy(String key) {
        return switch (key) {
            case "exec", "auth-provider" ->
                    "no program is run: put the token that it prints into a file, and name that by tokenFile";
            case "insecure-skip-tls-verify" ->
                    "name the authority by certificate-authority instead";
            case "proxy-url", "tls-server-name" ->
                    "name the server by the address that its certificate has";
            default -> "log in by a token or a client certificate of the account itself";
        };
    }

    private KubeLogin login(Mapping user) {
        if (!user.text("tokenFile").isEmpty()) {
            return new KubeLogin.TokenFile(beside(user.text("tokenFile")));
        }
        if (!user.text("token").isEmpty()) {
            return new KubeLogin.Token(Credential.of(user.text("token").getBytes(UTF_8)));
        }
        Optional<byte[]> chain = content(user, "client-certificate");
        Optional<byte[]> key = content(user, "client-key");
        if (chain.isPresent() != key.isPresent()) {
            throw problem(file, "a user has one of client-certificate and client-key; give both");
        }
        return chain.isPresent()
                ? new KubeLogin.Certificate(
                        new String(chain.get(), UTF_8), Credential.of(key.orElseThrow()))
                : new KubeLogin.Nobody();
    }

    /** What {@code KEY-data} holds, else the file that {@code KEY} names. */
    private Optional<byte[]> content(Mapping part, String key) {
        String data = part.text(key + "-data");
        if (!data.isEmpty()) {
            try {
                return Optional.of(Base64.getMimeDecoder().decode(data));
            } catch (IllegalArgumentException e) {
                throw problem(
                        file, "%s-data is no base64; write the kubeconfig anew".formatted(key));
            }
        }
        String path = part.text(key);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(beside(path)));
        } catch (IOException e) {
            throw problem(file, "%s %s cannot be read; check the path".formatted(key, path));
        }
    }

    /** Paths count from where the kubeconfig lies. */
    private Path beside(String path) {
        return file.toAbsolutePath().resolveSibling(path);
    }

    private static UsageProblem problem(Path file, String what) {
        return new UsageProblem(file + ": " + what);
    }
}

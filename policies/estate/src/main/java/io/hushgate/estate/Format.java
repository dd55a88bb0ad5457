package io.hushgate.estate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an artifact is written in, by its name and its first line, with words of which at least one
 * must occur for it to matter; JSON is told by its keys, YAML by what its readers ask for.
 *
 * <p>This is the cheap gate: most files of a repository end there, before anything is decoded or
 * parsed.
 */
enum Format {
    HCL,
    JSON,
    YAML,
    SHELL,
    MARKDOWN,
    DOCKERFILE,
    /** Settings and templates of which only the paths they mention matter. */
    TEXT;

    private static final int FIRST_LINE = 128;

    /** The format of an artifact; empty for one that no reader knows. */
    static Optional<Format> of(String address, byte[] content) {
        String name =
                address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('!')) + 1)
                        .toLowerCase(Locale.ROOT);
        for (String suffix :
                List.of(
                        ".j2",
                        ".jinja",
                        ".jinja2",
                        ".tmpl",
                        ".tpl",
                        ".gotmpl",
                        ".example",
                        ".sample",
                        ".dist",
                        ".erb")) {
            if (name.endsWith(suffix) && name.indexOf('.') < name.length() - suffix.length()) {
                name = name.substring(0, name.length() - suffix.length());
            }
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "hcl", "tf", "tofu", "tfvars", "policy", "nomad" -> Optional.of(HCL);
            case "json" -> Optional.of(JSON);
            case "yaml", "yml", "kustomization" -> Optional.of(YAML);
            case "sh", "bash", "zsh", "ksh", "ash", "envrc", "bats" -> Optional.of(SHELL);
            case "md", "markdown", "mdx" -> Optional.of(MARKDOWN);
            case "makefile", "justfile", "jenkinsfile", "vagrantfile" -> Optional.of(SHELL);
            case "dockerfile", "containerfile" -> Optional.of(DOCKERFILE);
            case "pub", "crt", "cer", "pem", "authorized_keys" -> Optional.of(TEXT);
            case "properties", "ctmpl", "conf", "env", "groovy", "toml" -> Optional.of(TEXT);
            default -> {
                if (name.startsWith("dockerfile.") && !name.endsWith("ignore")) {
                    yield Optional.of(DOCKERFILE);
                }
                yield isScript(content) ? Optional.of(SHELL) : Optional.empty();
            }
        };
    }

    private static boolean isScript(byte[] content) {
        if (content.length < 4 || content[0] != '#' || content[1] != '!') {
            return false;
        }
        int length = Math.min(content.length, FIRST_LINE);
        String first = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        return first.lines().findFirst().orElse("").contains("sh");
    }

    /** Tells whether a text of the format may hold something that a reader knows. */
    boolean concerns(String address, byte[] content) {
        if (this == JSON) {
            return JsonOutline.matters(content);
        }
        if (this == YAML && !YamlMarks.isNamed(address)) {
            return YamlMarks.matters(content);
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return words().stream().anyMatch(text::contains);
    }

    private List<String> words() {
        return switch (this) {
            case HCL ->
                    List.of(
                            "capabilities",
                            "policy",
                            "vault_",
                            "kubernetes_",
                            "sys/",
                            "audit",
                            "listener",
                            "auto_auth",
                            "seal",
                            "_kms_",
                            "secret",
                            "harness_",
                            "allUsers",
                            "repo:",
                            " AAAA",
                            "BEGIN CERTIFICATE");
            case YAML -> // of files whose name says what they are
                    List.of(
                            "kind:",
                            "\"kind\"",
                            "policies:",
                            "auth:",
                            "externalSecretsLoader",
                            "Generator:",
                            "spring",
                            "vault_",
                            "vault:",
                            "connector:",
                            "secret",
                            "Secret",
                            "assword",
                            "oken",
                            "vault ",
                            "bao ",
                            "jobs:",
                            "script:",
                            "services:",
                            "transform:",
                            "releases:",
                            "dependencies:",
                            "sslmode",
                            "tlsDisable",
                            "vault.hashicorp.com/",
                            "capabilities");
            case SHELL ->
                    List.of(
                            "vault ",
                            "bao ",
                            "kubectl ",
                            "oc ",
                            "/v1/",
                            "capabilities",
                            "ecret",
                            "ECRET",
                            "oken",
                            "OKEN",
                            "assw",
                            "ASSW",
                            "curl",
                            "wget",
                            "docker ",
                            "helm ",
                            "terraform ",
                            "aws ",
                            "gcloud ",
                            "printenv",
                            "set -",
                            "_KEY",
                            "sops");
            case TEXT -> List.of("vault", "{{", "://", " AAAA", "BEGIN CERTIFICATE");
            case DOCKERFILE -> List.of("FROM", "from");
            case JSON -> List.of();
            case MARKDOWN ->
                    List.of(
                            "vault ",
                            "bao ",
                            "kubectl ",
                            "capabilities",
                            "kind:",
                            "vault_",
                            "/v1/");
        };
    }
}

package io.hushgate.estate;

import io.hushgate.estate.kustomize.Overlays;
import java.util.List;
import java.util.Locale;

/**
 * Skims YAML for the words without which no reader finds anything in it: most YAML of a repository
 * is somebody's playbooks, translations or data, and ends here.
 *
 * <p>Each entry is what one reader asks for, in the weakest form that is cheap to look for: keys
 * wherever they stand, commands by their names. A key that is written with escapes, as {@code
 * "\x6bind"}, is not seen.
 */
final class YamlMarks {
    /** What one reader asks for: of each of these groups of words, divided by bars, one. */
    private static final List<List<String>> READERS =
            List.of(
                    // Kubernetes, also where the rest is missing or broken; Tekton
                    List.of("kind:"),
                    List.of("apiVersion:", "tekton.dev/"),
                    // pipelines
                    List.of("jobs:"),
                    List.of("runs:", "steps:"),
                    List.of("stages:", "script:"),
                    List.of("pipeline:", "identifier:"),
                    // releases, Compose, Pachyderm, Harness
                    List.of("releases:", "chart:"),
                    List.of("services:", "image:|build:"),
                    List.of("pipeline:", "transform:"),
                    List.of("env-secrets:|file-secrets:"),
                    List.of("setting:", "identifier:"),
                    List.of("connector:|secret:", "identifier:", "type:"),
                    List.of("externalSecretsLoader:"),
                    // Vault: policies, roles, mounts, servers, settings of clients
                    List.of("path{", "capabilities|policy"),
                    List.of("path:", "capabilities:|policy:"),
                    List.of("policies:", "rules:"),
                    List.of("auth:", "type:"),
                    List.of("bound_service_account_names:|token_policies:|accessor:"),
                    List.of("listener{|auto_auth"),
                    List.of("vault_"),
                    List.of("vault.hashicorp.com/"),
                    List.of("spring", "vault"),
                    List.of("resource:|terraform:"),
                    // what is encrypted
                    List.of("sops:", "mac:|lastmodified:"),
                    List.of("$ansible_vault;"),
                    // addresses with a login in them
                    List.of("postgres|mysql:|mariadb:|mongodb|redis|amqp", "://", "@"),
                    List.of("@github|@gitlab|@bitbucket|@gitea"),
                    // addresses and variables that turn checks off
                    List.of("sslmode=|usessl=|trustservercertificate=|verifyssl=|verify_ssl="),
                    List.of("ssl_verify=|sslverify=|tls=skip-verify|tlsinsecure=|ssl-mode="),
                    List.of("encrypt=|node_tls_reject_unauthorized:|pythonhttpsverify:"),
                    List.of("git_ssl_no_verify:|bao_skip_verify:"),
                    // commands, also where a line or an escape ends after the first word
                    List.of("vault |vault\n|vault\r|vault\\|bao |bao\n|bao\r|bao\\"),
                    List.of("/v1/auth/|/v1/sys/"),
                    List.of("kubectl", "create"),
                    List.of("echo|printf", "$", ">"),
                    // templates, and paths that are mentioned
                    List.of("{{", "secret \"|secret \\\"|secrets \"|secrets \\\"|pkicert"),
                    List.of("{{", ".values."),
                    List.of("ref+vault|<path:|vault:|vaultsecrets|hashi_vault"));

    private static final List<String> GROUPS =
            READERS.stream().flatMap(List::stream).distinct().toList();

    private static final MarkSearch SEARCH =
            new MarkSearch(GROUPS.stream().map(group -> List.of(group.split("\\|", -1))).toList());

    /** For each reader its groups, as {@link MarkSearch} tells of them. */
    private static final long[] WANTED =
            READERS.stream()
                    .mapToLong(groups ->
                            groups.stream()
                                    .mapToLong(group -> 1L << GROUPS.indexOf(group))
                                    .reduce(0, (a, b) -> a | b))
                    .toArray();

    private YamlMarks() {}

    /** Tells whether a reader may find something in a text, whatever its file is called. */
    static boolean matters(byte[] text) {
        long found = SEARCH.groupsIn(text);
        for (long wanted : WANTED) {
            if ((found & wanted) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Tells by the name alone whether a file is read with fewer words than others are. */
    static boolean isNamed(String address) {
        String path = address.toLowerCase(Locale.ROOT);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains("values")
                || name.contains("override")
                || name.startsWith("chart.")
                || name.startsWith("helmfile")
                || path.contains("gitlab-ci")
                || path.contains("azure-pipelines")
                || path.contains(".azuredevops/")
                || Overlays.isKustomization(address);
    }
}

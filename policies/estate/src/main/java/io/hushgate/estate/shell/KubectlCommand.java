package io.hushgate.estate.shell;

import io.hushgate.estate.fact.KubernetesFact.DataKey;
import io.hushgate.estate.fact.KubernetesFact.RbacBinding;
import io.hushgate.estate.fact.KubernetesFact.RoleRef;
import io.hushgate.estate.fact.KubernetesFact.SecretObject;
import io.hushgate.estate.fact.KubernetesFact.Subject;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code kubectl create secret}, {@code create (cluster)rolebinding}, and finds {@code apply
 * -f -}.
 */
final class KubectlCommand {
    private static final Set<String> PROGRAMS = Set.of("kubectl", "oc");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("A", "all-namespaces", "append-hash", "force", "dry-run");
    private static final Map<String, String> TYPES =
            Map.of(
                    "docker-registry", "kubernetes.io/dockerconfigjson",
                    "tls", "kubernetes.io/tls",
                    "generic", "");

    /** Tells whether the command takes manifests from its standard input. */
    boolean applies(Command command) {
        List<Word> words = command.words();
        return words.stream().anyMatch(word -> PROGRAMS.contains(word.text()))
                && words.stream().anyMatch(word -> word.is("apply") || word.is("create"))
                && words.stream().anyMatch(word -> word.is("-") || word.is("-f-"));
    }

    void read(Command command, Collector into) {
        List<Word> words = command.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (PROGRAMS.contains(words.get(i).text())) {
                Flags flags = Flags.of(words.subList(i + 1, words.size()), WITHOUT_VALUE);
                List<String> operands = flags.operands().stream().map(Word::text).toList();
                Place place = words.get(i).origin().place();
                if (operands.size() >= 4
                        && operands.subList(0, 2).equals(List.of("create", "secret"))) {
                    secret(operands.get(2), operands.get(3), flags, place, into);
                } else if (operands.size() >= 3 && operands.getFirst().equals("create")) {
                    binding(operands.get(1), operands.get(2), flags, place, into);
                }
                return;
            }
        }
    }

    private static void secret(String kind, String name, Flags flags, Place place, Collector into) {
        List<DataKey> keys = new ArrayList<>();
        for (Word literal : flags.all("from-literal")) {
            int equals = literal.text().indexOf('=');
            ValueClass value = ValueClassifier.of(literal.text().substring(equals + 1));
            keys.add(
                    key(
                            equals < 0 ? literal.text() : literal.text().substring(0, equals),
                            value,
                            literal));
        }
        for (Word file : flags.all("from-file")) {
            int equals = file.text().indexOf('=');
            String path = file.text();
            keys.add(
                    key(
                            equals < 0
                                    ? path.substring(path.lastIndexOf('/') + 1)
                                    : path.substring(0, equals),
                            ValueClass.REFERENCE,
                            file));
        }
        for (Word password : flags.all("docker-password")) {
            keys.add(key(".dockerconfigjson", ValueClassifier.of(password.text()), password));
        }
        String type = flags.text("type");
        into.add(
                new SecretObject(
                        flags.text("namespace", "n"),
                        name,
                        type.isEmpty() ? TYPES.getOrDefault(kind, "") : type,
                        "kubectl",
                        keys,
                        false,
                        "",
                        Ttl.UNSET,
                        "",
                        "",
                        List.of(),
                        into.at(place, !name.contains("$"))));
    }

    private static DataKey key(String name, ValueClass value, Word at) {
        Place place = at.origin().place();
        return new DataKey(name, value, place.line(), place.column());
    }

    private static void binding(
            String kind, String name, Flags flags, Place place, Collector into) {
        boolean cluster = kind.equals("clusterrolebinding");
        if (!cluster && !kind.equals("rolebinding")) {
            return;
        }
        List<Subject> subjects = new ArrayList<>();
        for (Word account : flags.all("serviceaccount")) {
            int colon = account.text().indexOf(':');
            subjects.add(
                    subject(
                            "ServiceAccount",
                            colon < 0 ? "" : account.text().substring(0, colon),
                            account.text().substring(colon + 1),
                            account));
        }
        flags.all("user").forEach(user -> subjects.add(subject("User", "", user.text(), user)));
        flags.all("group")
                .forEach(group -> subjects.add(subject("Group", "", group.text(), group)));
        String clusterRole = flags.text("clusterrole");
        into.add(
                new RbacBinding(
                        cluster ? "cluster" : "namespace",
                        cluster ? "" : flags.text("namespace", "n"),
                        name,
                        clusterRole.isEmpty()
                                ? new RoleRef("Role", flags.text("role"))
                                : new RoleRef("ClusterRole", clusterRole),
                        subjects,
                        into.at(place, !name.contains("$"))));
    }

    private static Subject subject(String kind, String namespace, String name, Word at) {
        Place place = at.origin().place();
        return new Subject(kind, namespace, name, place.line(), place.column());
    }
}

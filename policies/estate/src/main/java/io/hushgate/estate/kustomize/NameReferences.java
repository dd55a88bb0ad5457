package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes objects follow the new names of the objects that they name: accounts and Secrets of pods,
 * roles and accounts of bindings, resource names of roles. Names in custom resources stay, as in
 * kustomize.
 *
 * <p>Source: kubernetes-sigs/kustomize, default configuration of the name reference transformer.
 */
final class NameReferences {
    private final Map<String, List<BuiltObject>> byName = new HashMap<>();

    /** The namespace that names are looked up in, before and after a kustomization moved it. */
    private record Namespaces(String before, String now) {}

    private NameReferences(List<BuiltObject> objects) {
        for (BuiltObject object : objects) {
            index(object.id(), object);
            object.former().forEach(id -> index(id, object));
        }
    }

    private void index(ObjectId id, BuiltObject object) {
        byName.computeIfAbsent(id.kind() + "/" + id.name(), _ -> new ArrayList<>()).add(object);
    }

    /** The objects, each with the names that the others have now. */
    static List<BuiltObject> followed(List<BuiltObject> objects) {
        if (objects.stream().allMatch(object -> object.former().isEmpty())) {
            return objects;
        }
        NameReferences names = new NameReferences(objects);
        return objects.stream()
                .map(object -> object.changed(one -> names.in(one, object)))
                .toList();
    }

    private Mapping in(Mapping object, BuiltObject referrer) {
        String kind = object.text("kind");
        Namespaces namespace =
                new Namespaces(referrer.last().namespace(), ObjectId.of(object).namespace());
        List<String> pod = PodFields.spec(kind);
        Mapping after = object;
        if (!pod.isEmpty()) {
            after = Edit.at(after, pod, node -> map(node, spec -> pod(spec, namespace)));
        }
        return switch (kind) {
            case "RoleBinding", "ClusterRoleBinding" -> binding(after, namespace);
            case "Role", "ClusterRole" ->
                    Edit.at(
                            after,
                            List.of("rules", "resourceNames"),
                            node -> each(node, name -> resourceName(name, namespace)));
            case "ServiceAccount" ->
                    named(
                            named(after, "Secret", namespace, "imagePullSecrets", "name"),
                            "Secret",
                            namespace,
                            "secrets",
                            "name");
            case "Ingress" -> named(after, "Secret", namespace, "spec", "tls", "secretName");
            default -> after;
        };
    }

    private Mapping pod(Mapping spec, Namespaces in) {
        Mapping after = named(spec, "ServiceAccount", in, "serviceAccountName");
        after = named(after, "ServiceAccount", in, "serviceAccount");
        after = named(after, "Secret", in, "imagePullSecrets", "name");
        after = named(after, "Secret", in, "volumes", "secret", "secretName");
        after = named(after, "ConfigMap", in, "volumes", "configMap", "name");
        after = named(after, "Secret", in, "volumes", "projected", "sources", "secret", "name");
        after =
                named(
                        after,
                        "ConfigMap",
                        in,
                        "volumes",
                        "projected",
                        "sources",
                        "configMap",
                        "name");
        for (String containers : List.of("containers", "initContainers", "ephemeralContainers")) {
            after =
                    named(
                            after,
                            "Secret",
                            in,
                            containers,
                            "env",
                            "valueFrom",
                            "secretKeyRef",
                            "name");
            after =
                    named(
                            after,
                            "ConfigMap",
                            in,
                            containers,
                            "env",
                            "valueFrom",
                            "configMapKeyRef",
                            "name");
            after = named(after, "Secret", in, containers, "envFrom", "secretRef", "name");
            after = named(after, "ConfigMap", in, containers, "envFrom", "configMapRef", "name");
        }
        return after;
    }

    private Mapping binding(Mapping binding, Namespaces namespace) {
        String roleKind = binding.mapping("roleRef").text("kind");
        Mapping after = named(binding, roleKind, namespace, "roleRef", "name");
        return Edit.at(
                after,
                List.of("subjects"),
                node -> each(node, item -> map(item, subject -> subject(subject, namespace))));
    }

    private Mapping subject(Mapping subject, Namespaces binding) {
        if (!subject.text("kind").equals("ServiceAccount")) {
            return subject;
        }
        String written = subject.text("namespace");
        Namespaces from = written.isEmpty() ? binding : new Namespaces(written, written);
        Optional<ObjectId> account = now("ServiceAccount", subject.text("name"), from);
        if (account.isEmpty()) {
            return subject;
        }
        Mapping renamed = rename(subject, account.get().name());
        String to = account.get().namespace();
        return to.equals(from.before())
                ? renamed
                : Edit.with(
                        renamed,
                        "namespace",
                        Edit.text(to, subject.get("namespace").orElse(subject).place()));
    }

    private static Mapping rename(Mapping subject, String name) {
        return subject.scalar("name")
                .filter(written -> !written.text().equals(name))
                .map(written -> Edit.with(subject, "name", Edit.reworded(written, name)))
                .orElse(subject);
    }

    private Node resourceName(Node name, Namespaces namespace) {
        if (!(name instanceof Scalar scalar)) {
            return name;
        }
        Function<String, Optional<ObjectId>> find = kind -> now(kind, scalar.text(), namespace);
        return find.apply("Secret")
                .or(() -> find.apply("ConfigMap"))
                .map(id -> Edit.reworded(scalar, id.name()))
                .orElse(scalar);
    }

    private Mapping named(Mapping mapping, String kind, Namespaces namespace, String... path) {
        return Edit.at(
                mapping,
                List.of(path),
                node ->
                        node instanceof Scalar scalar
                                ? now(kind, scalar.text(), namespace)
                                        .map(id -> Edit.reworded(scalar, id.name()))
                                        .orElse(scalar)
                                : node);
    }

    /** What is called now what somebody knows by a name; empty for what the build does not hold. */
    private Optional<ObjectId> now(String kind, String name, Namespaces from) {
        List<BuiltObject> all = byName.getOrDefault(kind + "/" + name, List.of());
        ObjectId wanted = new ObjectId(kind, name, from.before());
        boolean cluster = kind.startsWith("Cluster");
        List<BuiltObject> near =
                all.stream()
                        .filter(object ->
                                cluster
                                        || object.wasEver(wanted::equals)
                                        || object.id().namespace().equals(from.now()))
                        .toList();
        return near.stream()
                .filter(object -> object.id().isCalled(kind, name))
                .findFirst()
                .or(() -> near.stream().filter(o -> o.last().isCalled(kind, name)).findFirst())
                .or(() -> near.stream().findFirst())
                .map(BuiltObject::id);
    }

    private static Node map(Node node, UnaryOperator<Mapping> change) {
        return node instanceof Mapping mapping ? change.apply(mapping) : node;
    }

    private static Node each(Node node, UnaryOperator<Node> change) {
        return node instanceof Sequence sequence
                ? Edit.items(sequence, change)
                : change.apply(node);
    }
}

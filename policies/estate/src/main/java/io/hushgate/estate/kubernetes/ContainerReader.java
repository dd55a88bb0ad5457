package io.hushgate.estate.kubernetes;

import io.hushgate.estate.fact.KubernetesFact.Container;
import io.hushgate.estate.fact.KubernetesFact.EnvSource;
import io.hushgate.estate.fact.KubernetesFact.EnvVariable;
import io.hushgate.estate.fact.KubernetesFact.Mounted;
import io.hushgate.estate.fact.KubernetesFact.Security;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads containers of a pod. */
final class ContainerReader {
    private static final Pattern EXPANSION = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    void read(String role, List<Mapping> containers, List<Container> into) {
        for (Mapping container : containers) {
            into.add(
                    new Container(
                            role,
                            container.text("name"),
                            container.text("image"),
                            container.mappings("env").stream()
                                    .map(ContainerReader::variable)
                                    .toList(),
                            sources(container),
                            container.mappings("volumeMounts").stream()
                                    .map(ContainerReader::mounted)
                                    .toList(),
                            expansions(container),
                            ArgumentReader.read(container),
                            security(container.mapping("securityContext")),
                            container.place().line(),
                            container.place().column()));
        }
    }

    private static EnvVariable variable(Mapping env) {
        Mapping from = env.mapping("valueFrom");
        String source = "none";
        Mapping ref = from;
        if (from.get("secretKeyRef").isPresent()) {
            source = "secret";
            ref = from.mapping("secretKeyRef");
        } else if (from.get("configMapKeyRef").isPresent()) {
            source = "config";
            ref = from.mapping("configMapKeyRef");
        } else if (from.get("fieldRef").isPresent()) {
            source = "field";
        } else if (from.get("resourceFieldRef").isPresent()) {
            source = "resource";
        } else if (env.get("value").isPresent()) {
            source = "value";
        }
        Node place = env.get("name").orElse(env);
        return new EnvVariable(
                env.text("name"),
                source,
                env.get("value").map(ValueClassifier::of).orElse(ValueClass.ABSENT),
                ref.text("name"),
                ref.text("key"),
                Settings.of(ref).flag("optional"),
                place.place().line(),
                place.place().column());
    }

    private static List<EnvSource> sources(Mapping container) {
        List<EnvSource> sources = new ArrayList<>();
        for (Mapping from : container.mappings("envFrom")) {
            boolean secret = from.get("secretRef").isPresent();
            sources.add(
                    new EnvSource(
                            secret ? "secret" : "config",
                            from.mapping(secret ? "secretRef" : "configMapRef").text("name"),
                            from.text("prefix"),
                            from.place().line(),
                            from.place().column()));
        }
        return sources;
    }

    private static Mounted mounted(Mapping mount) {
        return new Mounted(
                mount.text("name"),
                mount.text("mountPath"),
                mount.text("subPath"),
                Settings.of(mount).flag("readOnly").orElse(false));
    }

    private static List<String> expansions(Mapping container) {
        return Stream.concat(container.texts("command").stream(), container.texts("args").stream())
                .flatMap(text -> EXPANSION.matcher(text).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Security security(Mapping context) {
        Settings settings = Settings.of(context);
        Mapping capabilities = context.mapping("capabilities");
        Optional<Boolean> privileged = settings.flag("privileged");
        return new Security(
                privileged,
                settings.flag("allowPrivilegeEscalation"),
                settings.flag("runAsNonRoot"),
                settings.flag("readOnlyRootFilesystem"),
                capabilities.texts("add"),
                capabilities.texts("drop"));
    }
}

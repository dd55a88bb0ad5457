package io.hushgate.estate.kubernetes;

import io.hushgate.estate.delivery.Injector;
import io.hushgate.estate.fact.KubernetesFact.Container;
import io.hushgate.estate.fact.KubernetesFact.EnvSource;
import io.hushgate.estate.fact.KubernetesFact.EnvVariable;
import io.hushgate.estate.fact.KubernetesFact.Host;
import io.hushgate.estate.fact.KubernetesFact.SecretRef;
import io.hushgate.estate.fact.KubernetesFact.Volume;
import io.hushgate.estate.fact.KubernetesFact.Workload;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whatever makes pods. */
final class WorkloadReader {
    private final ContainerReader containers = new ContainerReader();
    private final VolumeReader volumes = new VolumeReader();
    private final Injector injector = new Injector();

    /** Reads a workload; false if the kind makes no pods. */
    boolean read(String kind, Mapping object, Collector into) {
        Mapping spec = object.mapping("spec");
        switch (kind) {
            case "Pod" -> pod(kind, object, object, into);
            case "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job",
                    "DeploymentConfig",
                    "Rollout" ->
                    pod(kind, object, spec.mapping("template"), into);
            case "CronJob" -> pod(kind, object, spec.at("jobTemplate", "spec", "template"), into);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pod(String kind, Mapping object, Mapping template, Collector into) {
        Workload workload = workload(kind, object, template, into);
        into.add(workload);
        references(workload, template.mapping("spec"), into);
        injector.read(workload, template, into);
    }

    /** What the pods of a template use, of which nobody says whose it is. */
    void uses(Mapping object, Mapping template, Collector into) {
        injector.read(workload("patch", object, template, into), template, into);
    }

    private Workload workload(String kind, Mapping object, Mapping template, Collector into) {
        Mapping spec = template.mapping("spec");
        Settings settings = Settings.of(spec);
        Metadata own = Metadata.of(object);
        Metadata pod = Metadata.of(template);
        String account = settings.text("serviceAccountName", "serviceAccount");
        Place place = KubernetesReader.nameNode(object).place();
        List<Container> all = new ArrayList<>();
        containers.read("init", spec.mappings("initContainers"), all);
        containers.read("container", spec.mappings("containers"), all);
        containers.read("ephemeral", spec.mappings("ephemeralContainers"), all);
        return new Workload(
                own.namespace(),
                kind,
                own.name(),
                account,
                settings.flag("automountServiceAccountToken"),
                all,
                volumes.read(spec.mappings("volumes")),
                KubernetesReader.names(spec, "imagePullSecrets"),
                new Host(
                        settings.flag("hostNetwork").orElse(false),
                        settings.flag("hostPID").orElse(false),
                        settings.flag("hostIPC").orElse(false)),
                pod.labels(),
                pod.annotations(),
                pod.annotationKeys(),
                ttlAfterFinished(kind, object),
                into.at(place));
    }

    private static Optional<Long> ttlAfterFinished(String kind, Mapping object) {
        Mapping job =
                kind.equals("CronJob")
                        ? object.at("spec", "jobTemplate", "spec")
                        : object.mapping("spec");
        return Settings.of(job).number("ttlSecondsAfterFinished");
    }

    private static void references(Workload workload, Mapping spec, Collector into) {
        for (Container container : workload.containers()) {
            for (EnvVariable variable : container.env()) {
                if (variable.source().equals("secret")) {
                    into.add(
                            reference(
                                    workload,
                                    container.name(),
                                    variable.ref(),
                                    variable.key(),
                                    "env",
                                    variable.optional(),
                                    new Place(variable.line(), variable.column()),
                                    into));
                }
            }
            for (EnvSource source : container.envFrom()) {
                if (source.source().equals("secret")) {
                    into.add(
                            reference(
                                    workload,
                                    container.name(),
                                    source.ref(),
                                    "",
                                    "env-from",
                                    Optional.empty(),
                                    new Place(source.line(), source.column()),
                                    into));
                }
            }
        }
        for (Volume volume : workload.volumes()) {
            if (volume.type().equals("secret")) {
                List<String> keys = volume.keys().isEmpty() ? List.of("") : volume.keys();
                for (String key : keys) {
                    into.add(
                            reference(
                                    workload,
                                    "",
                                    volume.ref(),
                                    key,
                                    "volume",
                                    volume.optional(),
                                    new Place(volume.line(), volume.column()),
                                    into));
                }
            }
        }
        for (Mapping pull : spec.mappings("imagePullSecrets")) {
            into.add(
                    reference(
                            workload,
                            "",
                            pull.text("name"),
                            "",
                            "pull",
                            Optional.empty(),
                            pull.place(),
                            into));
        }
    }

    private static SecretRef reference(
            Workload workload,
            String container,
            String secret,
            String key,
            String via,
            Optional<Boolean> optional,
            Place place,
            Collector into) {
        return new SecretRef(
                workload.namespace(),
                workload.kind() + "/" + workload.name(),
                container,
                secret,
                key,
                via,
                optional,
                into.at(place));
    }
}

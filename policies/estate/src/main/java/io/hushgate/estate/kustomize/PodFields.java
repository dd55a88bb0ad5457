package io.hushgate.estate.kustomize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where workloads of Kubernetes' own kinds keep their pods. */
final class PodFields {
    private PodFields() {}

    /** The path of the pod template, or of the pod itself; empty for what has none. */
    static List<String> template(String kind) {
        return switch (kind) {
            case "Deployment",
                    "StatefulSet",
                    "DaemonSet",
                    "ReplicaSet",
                    "ReplicationController",
                    "Job" ->
                    List.of("spec", "template");
            case "CronJob" -> List.of("spec", "jobTemplate", "spec", "template");
            case "PodTemplate" -> List.of("template");
            default -> List.of();
        };
    }

    /** The path of the pod's specification; empty for what has none. */
    static List<String> spec(String kind) {
        List<String> template = template(kind);
        if (kind.equals("Pod")) {
            return List.of("spec");
        }
        return template.isEmpty() ? template : below(template, "spec");
    }

    static List<String> below(List<String> path, String... further) {
        List<String> longer = new ArrayList<>(path);
        longer.addAll(Arrays.asList(further));
        return longer;
    }
}

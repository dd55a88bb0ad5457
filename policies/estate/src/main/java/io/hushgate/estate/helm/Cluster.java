package io.hushgate.estate.helm;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.datum.NativeObject;
import java.util.List;
import java.util.Optional;

/**
 * {@code .Capabilities}: the cluster that {@code helm template} assumes where it has none. Source:
 * what Helm 3.16 prints, with the version of its release builds.
 */
final class Cluster implements NativeObject {
    private static final String MAJOR = "1";
    private static final String MINOR = "31";
    private static final String VERSION = "v1.31.0";
    private static final String HELM = "v3.16.4";

    private static final List<String> API_VERSIONS =
            List.of(
                    "admissionregistration.k8s.io/v1",
                    "admissionregistration.k8s.io/v1alpha1",
                    "admissionregistration.k8s.io/v1beta1",
                    "apiextensions.k8s.io/v1",
                    "apiextensions.k8s.io/v1beta1",
                    "apps/v1",
                    "apps/v1beta1",
                    "apps/v1beta2",
                    "authentication.k8s.io/v1",
                    "authentication.k8s.io/v1alpha1",
                    "authentication.k8s.io/v1beta1",
                    "authorization.k8s.io/v1",
                    "authorization.k8s.io/v1beta1",
                    "autoscaling/v1",
                    "autoscaling/v2",
                    "autoscaling/v2beta1",
                    "autoscaling/v2beta2",
                    "batch/v1",
                    "batch/v1beta1",
                    "certificates.k8s.io/v1",
                    "certificates.k8s.io/v1alpha1",
                    "certificates.k8s.io/v1beta1",
                    "coordination.k8s.io/v1",
                    "coordination.k8s.io/v1alpha1",
                    "coordination.k8s.io/v1beta1",
                    "discovery.k8s.io/v1",
                    "discovery.k8s.io/v1beta1",
                    "events.k8s.io/v1",
                    "events.k8s.io/v1beta1",
                    "extensions/v1beta1",
                    "flowcontrol.apiserver.k8s.io/v1",
                    "flowcontrol.apiserver.k8s.io/v1beta1",
                    "flowcontrol.apiserver.k8s.io/v1beta2",
                    "flowcontrol.apiserver.k8s.io/v1beta3",
                    "internal.apiserver.k8s.io/v1alpha1",
                    "networking.k8s.io/v1",
                    "networking.k8s.io/v1alpha1",
                    "networking.k8s.io/v1beta1",
                    "node.k8s.io/v1",
                    "node.k8s.io/v1alpha1",
                    "node.k8s.io/v1beta1",
                    "policy/v1",
                    "policy/v1beta1",
                    "rbac.authorization.k8s.io/v1",
                    "rbac.authorization.k8s.io/v1alpha1",
                    "rbac.authorization.k8s.io/v1beta1",
                    "resource.k8s.io/v1alpha3",
                    "scheduling.k8s.io/v1",
                    "scheduling.k8s.io/v1alpha1",
                    "scheduling.k8s.io/v1beta1",
                    "storage.k8s.io/v1",
                    "storage.k8s.io/v1alpha1",
                    "storage.k8s.io/v1beta1",
                    "storagemigration.k8s.io/v1alpha1",
                    "v1");

    @Override
    public String type() {
        return "*chartutil.Capabilities";
    }

    @Override
    public String text() {
        return "&{" + kubeVersion().text() + " " + API_VERSIONS + "}";
    }

    @Override
    public Optional<Datum> call(String name, List<Datum> arguments) {
        return switch (name) {
            case "KubeVersion" -> Optional.of(new Native(kubeVersion()));
            case "APIVersions" -> Optional.of(new Native(new Versions()));
            case "HelmVersion" ->
                    Optional.of(
                            new Native(
                                    new Fields(
                                            "version.BuildInfo",
                                            "{" + HELM + "}",
                                            new Dict()
                                                    .put("Version", HELM)
                                                    .put("GitCommit", "")
                                                    .put("GitTreeState", "clean")
                                                    .put("GoVersion", ""))));
            default -> Optional.empty();
        };
    }

    private static Fields kubeVersion() {
        return new Fields(
                "chartutil.KubeVersion",
                "{" + VERSION + " " + MAJOR + " " + MINOR + "}",
                new Dict()
                        .put("Version", VERSION)
                        .put("GitVersion", VERSION)
                        .put("String", VERSION)
                        .put("Major", MAJOR)
                        .put("Minor", MINOR));
    }

    /** An object of which only fields are asked. */
    private record Fields(String type, String text, Dict fields) implements NativeObject {
        @Override
        public Optional<Datum> call(String name, List<Datum> arguments) {
            return fields.has(name) ? Optional.of(fields.get(name)) : Optional.empty();
        }
    }

    /** The set of API versions; one that a custom resource would add is never there. */
    private static final class Versions implements NativeObject {
        @Override
        public String type() {
            return "chartutil.VersionSet";
        }

        @Override
        public String text() {
            return API_VERSIONS.toString().replace(",", "");
        }

        @Override
        public Dict entries() {
            Dict entries = new Dict();
            API_VERSIONS.forEach(version -> entries.put(version, version));
            return entries;
        }

        @Override
        public Optional<Datum> call(String name, List<Datum> arguments) {
            if (!name.equals("Has") || arguments.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    Truth.of(
                            arguments.getFirst() instanceof Text(var version, _)
                                    && API_VERSIONS.contains(version)));
        }
    }
}

/**
 * Reads Kubernetes manifests: RBAC, service accounts, workloads, and the names and keys of Secrets
 * and ConfigMaps.
 *
 * <p>Reads no value of a Secret into a fact. Custom resources of secret operators are handed on.
 * Entry point: {@link io.hushgate.estate.kubernetes.KubernetesReader}.
 */
@NullMarked
package io.hushgate.estate.kubernetes;

import org.jspecify.annotations.NullMarked;

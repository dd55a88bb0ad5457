/**
 * Reads what the API server of a Kubernetes cluster says about accounts, rights and workloads.
 * Lists alone, never a Secret, nothing unless the user names a cluster; runs no plugin that a
 * kubeconfig names. Entry point: {@link io.hushgate.source.kube.KubeSource}.
 */
@NullMarked
package io.hushgate.source.kube;

import org.jspecify.annotations.NullMarked;

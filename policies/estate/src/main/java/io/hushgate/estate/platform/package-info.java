/**
 * Reads what surrounds secrets: namespaces and their policies, meshes, encryption at rest, servers
 * of Vault, Harness settings, Pachyderm pipelines, encrypted files, weak connections.
 *
 * <p>Entry points: {@link io.hushgate.estate.platform.ClusterObjects}, {@link
 * io.hushgate.estate.platform.PlatformDocuments}, {@link
 * io.hushgate.estate.platform.ServerConfiguration}.
 */
@NullMarked
package io.hushgate.estate.platform;

import org.jspecify.annotations.NullMarked;

/**
 * Who reaches which secret, and how: facts joined into a graph whose every edge has its evidence.
 *
 * <p>An edge is one step that somebody can take: a service account runs commands in a pod, the pod
 * runs as another account, that account logs in to Vault by a role, the role has a policy, the
 * policy grants a path. Judges nothing: a step is possible, not wrong. Entry point: {@link
 * io.hushgate.estate.access.AccessGraph}.
 */
@NullMarked
package io.hushgate.estate.access;

import org.jspecify.annotations.NullMarked;

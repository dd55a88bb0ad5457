/**
 * Reads configuration into facts about who may reach a secret: bytes in, flat typed records with
 * their place out.
 *
 * <p>Knows Vault and OpenBao policies and roles, Kubernetes objects, shell, Terraform and the
 * operators around them. Judges nothing, opens no file, evaluates no template. Entry points: {@code
 * EstateReader} for one artifact and {@link io.hushgate.estate.Estate} for all of them together.
 */
@NullMarked
package io.hushgate.estate;

import org.jspecify.annotations.NullMarked;

/**
 * Reads Terraform and OpenTofu configuration for the Vault and Kubernetes resources in it.
 *
 * <p>Evaluates nothing but references within one file that lead to a literal: attributes of
 * resources, defaults of variables, locals. Everything else stays {@code ${...}} and lowers the
 * confidence. Entry point: {@link io.hushgate.estate.terraform.TerraformReader}.
 */
@NullMarked
package io.hushgate.estate.terraform;

import org.jspecify.annotations.NullMarked;

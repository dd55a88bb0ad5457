/**
 * What is granted against what is used: needs from configuration and from Vault's audit log, held
 * against what each role may do, and the least policy that would do.
 *
 * <p>That something was not seen to be used does not prove that it is not; how sure a finding is
 * says {@link io.hushgate.estate.usage.GrantReview}. Entry point: {@link
 * io.hushgate.estate.usage.UsageReport}.
 */
@NullMarked
package io.hushgate.estate.usage;

import org.jspecify.annotations.NullMarked;

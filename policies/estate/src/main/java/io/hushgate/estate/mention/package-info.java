/**
 * Paths of Vault that stand in texts of any kind: templates, values, pipelines, settings. Finds
 * them by the forms that their tools give them; what else a text says is other readers' business.
 * Entry points: {@link io.hushgate.estate.mention.VaultMentions} and {@link
 * io.hushgate.estate.mention.PipelineMentions}.
 */
@NullMarked
package io.hushgate.estate.mention;

import org.jspecify.annotations.NullMarked;

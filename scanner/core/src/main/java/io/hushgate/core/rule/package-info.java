/**
 * What a compiled rule is: data only. Nothing here reads YAML (that is the module {@code rules}) or
 * matches bytes (that is {@link io.hushgate.core.match}). Start at {@link
 * io.hushgate.core.rule.Rule}.
 */
@NullMarked
package io.hushgate.core.rule;

import org.jspecify.annotations.NullMarked;

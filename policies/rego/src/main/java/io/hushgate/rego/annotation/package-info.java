/**
 * Reads {@code # METADATA} blocks: finds them among the comments of a module, reads their YAML, and
 * says which rule or package each belongs to. Does not decide what they mean for anybody. Start at
 * {@link io.hushgate.rego.annotation.MetadataReader} for reading and {@link
 * io.hushgate.rego.annotation.Attachment} for the rest.
 */
@NullMarked
package io.hushgate.rego.annotation;

import org.jspecify.annotations.NullMarked;

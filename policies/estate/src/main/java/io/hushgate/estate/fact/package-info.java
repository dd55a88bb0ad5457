/**
 * What the estate readers found out, as flat records: who may reach which secret, who does, and
 * where that is written.
 *
 * <p>One record type is one array of the Rego document {@code data.estate} (see {@link Section}); a
 * component is a key, its name in snake case. Every key is always present. Text that was not given
 * is {@code ""}, a list that was not given is {@code []}, a number or truth value that was not
 * given is {@code null}. Every fact has {@code at}: {@code file}, {@code line}, {@code column}
 * (from 1, UTF-16 columns) and {@code confidence}. No fact carries a value that could be a
 * credential: what was written there is said by {@link ValueClass} only.
 *
 * <p>The same is written as JSON Schema in {@code facts.schema.json} of the library module, with an
 * example of each kind in {@code src/docs/facts.md}. Entry point: {@link Fact}.
 */
@NullMarked
package io.hushgate.estate.fact;

import org.jspecify.annotations.NullMarked;

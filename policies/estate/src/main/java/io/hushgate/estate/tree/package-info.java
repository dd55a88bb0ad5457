/**
 * One tree for YAML, JSON and HCL that never forgets where anything stood.
 *
 * <p>Reads what can be read: a broken piece is a {@link io.hushgate.estate.tree.Problem}, the rest
 * is still a tree. Nothing is evaluated, everything is bounded by {@link
 * io.hushgate.estate.tree.Limits}, no exception leaves the readers. Entry points: {@link
 * io.hushgate.estate.tree.YamlReader}, {@link io.hushgate.estate.tree.JsonReader} and {@link
 * io.hushgate.estate.tree.HclReader}.
 */
@NullMarked
package io.hushgate.estate.tree;

import org.jspecify.annotations.NullMarked;

/**
 * Who answers when a policy is asked: this engine in the same process, a remote OPA server over
 * REST, or, in a module of its own, policies compiled to WebAssembly.
 *
 * <p>Knows how a question and an answer travel, not how policies get to where they are evaluated:
 * each implementation is made over policies that are there already. Entry point: {@link
 * io.hushgate.rego.backend.DecisionEngine}.
 */
@NullMarked
package io.hushgate.rego.backend;

import org.jspecify.annotations.NullMarked;

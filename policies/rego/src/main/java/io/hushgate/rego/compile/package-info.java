/**
 * Judges modules as OPA's compiler does and rewrites them into the small language that evaluation
 * works on. Entry point: {@link io.hushgate.rego.compile.Compiler}. Nothing here evaluates
 * anything.
 *
 * <p>The stages, their order, error codes, texts and places are those of OPA 1.20
 * (open-policy-agent/opa, {@code v1/ast}, Apache-2.0), written anew over immutable nodes; OPA's
 * compile verdicts are the test.
 *
 * <h2>What a compiled body looks like</h2>
 *
 * The result uses the nodes of {@code io.hushgate.rego.ast}. For every body of a {@link
 * io.hushgate.rego.compile.CompiledRule}, and for bodies inside of it, the following holds:
 *
 * <ol>
 *   <li><b>References are absolute.</b> A {@code Ref} begins with the variable {@code data} or
 *       {@code input}, or with a variable of the rule; no other head remains. A bare document is a
 *       {@code Ref} of one part; a {@code Var} is never a document. Imports are gone.
 *   <li><b>Locals are unique.</b> What was declared by {@code :=}, {@code some}, {@code every}, as
 *       a parameter, or by the compiler is a {@code Var} named {@code __local<n>__}, unique in the
 *       whole compilation, so two scopes never share one. {@link
 *       io.hushgate.rego.compile.CompiledModules#originalName} gives the written name back.
 *       Variables that were never declared keep their name, scoped to the rule: an undeclared
 *       variable inside of a closure is the outer one exactly if the outer body has one of that
 *       name before it. Wildcards are variables named {@code $<n>}.
 *   <li><b>Statements.</b> {@code some} is gone ({@code some k, v in xs} is {@code v = xs[k]}); so
 *       is {@code :=} (it is {@code =}) and, in rules, {@code ==} between two operands (it is
 *       {@code =} too; in queries {@code ==} stays a call of {@code equal}). What is left: {@code
 *       OfTerm}, {@code Every}, {@code Not} and {@code Logical}.
 *   <li><b>Calls stand only as statements</b>, never inside of a term. Where the value was used it
 *       is an additional last argument: {@code plus(x, 1, __local0__)} binds or compares {@code
 *       __local0__}. A call with no additional argument is a test that must not be {@code false}.
 *       {@code eq} always has two arguments. The called reference is the bare name of a builtin, or
 *       an absolute {@code data} reference to functions that are known to exist with that number of
 *       parameters.
 *   <li><b>Arguments of calls are ground when they are reached</b>: variables, scalars and
 *       collections of such; references and comprehensions in arguments were bound by an {@code =}
 *       before the call. Output arguments are patterns (variables, arrays, objects).
 *   <li><b>Sides of {@code =}</b>: each side is a pattern, a scalar, a {@code Ref}, or a {@code
 *       Comprehension}; references and comprehensions nested in collections were hoisted. Keys of a
 *       {@code Ref} are scalars, variables, or collections of such. A term alone as statement
 *       follows the same rule.
 *   <li><b>Bodies are ordered for evaluation.</b> From left to right, no expression reads a
 *       variable that is not bound, where reading means: in an argument, in a negation, in a {@code
 *       with}, as an object key, in a set, or inside of a closure that does not bind it itself. A
 *       variable key of a reference that is not bound yet enumerates. Which variables an {@code =}
 *       binds follows from that order.
 *   <li><b>{@code with}</b>: targets are absolute references or names of builtins; values are
 *       variables, scalars, collections of such, or a {@code Ref} that names a function (replacing
 *       by a function). The hoisted parts of one expression carry the same modifiers as the
 *       expression itself.
 *   <li><b>Negation</b> without {@code future.keywords.not} is {@code Expr.negated}, and the parts
 *       of the negated expression that need evaluation stand before it (so they must be defined).
 *       With the import it is {@code Statement.Not}, whose operand keeps its own parts.
 *   <li><b>{@code every}</b>: the domain is a variable.
 *   <li><b>Heads.</b> Parameters, value, member and keys of the reference are variables, scalars
 *       and collections of such.
 *   <li><b>Strings with templates</b> are calls of {@code internal.template_string} with an array
 *       whose items are scalars, or sets of at most one item (empty: undefined). Calls of {@code
 *       print} are {@code internal.print} with an array of such sets, or erased. {@code
 *       rego.metadata.rule()} and {@code rego.metadata.chain()} are constants.
 *   <li><b>Else</b> branches stay in {@code Rule.elseRules}; they share the parameters' names with
 *       the first branch.
 * </ol>
 *
 * Nothing is recursive: rules form a graph without cycles, and {@link
 * io.hushgate.rego.compile.CompiledModules#rules} lists what a rule needs before the rule itself.
 */
@NullMarked
package io.hushgate.rego.compile;

import org.jspecify.annotations.NullMarked;

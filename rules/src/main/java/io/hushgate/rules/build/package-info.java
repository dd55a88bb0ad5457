/**
 * Runs while the program is built: compiles the shipped rule files into the form that a scan reads,
 * and writes the page that lists them. Nothing here is used at run time. Start at {@link
 * io.hushgate.rules.build.RuleSetWriter}.
 */
@NullMarked
package io.hushgate.rules.build;

import org.jspecify.annotations.NullMarked;

/**
 * The commands of gitleaks 8 under its own names: {@code git}, {@code dir}, {@code stdin}, and the
 * older {@code detect} and {@code protect}, with its flags, reports and exit codes. Whoever starts
 * anew uses {@code hushgate scan}. Entry points: the commands; the rules run in {@link
 * io.hushgate.rules.gitleaks}.
 */
@NullMarked
package io.hushgate.cli.gitleaks;

import org.jspecify.annotations.NullMarked;

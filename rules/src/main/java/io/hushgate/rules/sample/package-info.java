/**
 * Invents credentials that look real: right prefix, alphabet, length and checksum, random bytes
 * from a fixed seed. The examples of rules are templates of this package, so that nothing in a rule
 * file is a token and yet every rule is tested with one. Matches nothing; start at {@link
 * io.hushgate.rules.sample.Template}.
 *
 * <h2>Syntax</h2>
 *
 * <pre>
 * ${alnum:36}          36 characters of an alphabet, see {@link io.hushgate.rules.sample.Alphabet}
 * ${b64u:20-60}        20 to 60 of them
 * ${uuid}              a random UUID (version 4)
 * ${base64:32}         32 random bytes in base64 with padding
 * ${base64-of:a:${alnum:8}}   base64 of a text that is a template itself
 * ${github:ghp_}       a whole credential with its checksum, see {@link
 *                      io.hushgate.rules.sample.Generators}
 * $$                   a dollar sign: $${alnum} is the text ${alnum}
 * ${NAME}              itself: the name of a generator has no capitals
 * </pre>
 */
@NullMarked
package io.hushgate.rules.sample;

import org.jspecify.annotations.NullMarked;

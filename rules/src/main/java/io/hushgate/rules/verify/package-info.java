/**
 * Asks the services that issued credentials whether these still open anything: only when a run asks
 * for it, only at the hosts that it allows, by requests that the rules declare. Values are sent to
 * their own issuer and to nobody else, and stand in no message. Entry point: {@link
 * io.hushgate.rules.verify.Verifier}.
 */
@NullMarked
package io.hushgate.rules.verify;

import org.jspecify.annotations.NullMarked;

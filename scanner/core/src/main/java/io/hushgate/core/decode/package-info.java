/**
 * Undoes the encodings in which credentials travel through text. Everything is bounded by the
 * length of its input and says no to what is not of the encoding. Start at {@link
 * io.hushgate.core.decode.Base64Bytes}.
 */
@NullMarked
package io.hushgate.core.decode;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hushgate.library;

import org.jspecify.annotations.NullMarked;

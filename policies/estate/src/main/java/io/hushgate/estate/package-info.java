@NullMarked
package io.hushgate.estate;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hushgate.source;

import org.jspecify.annotations.NullMarked;

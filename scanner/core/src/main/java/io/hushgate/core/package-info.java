@NullMarked
package io.hushgate.core;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hushgate.rules;

import org.jspecify.annotations.NullMarked;

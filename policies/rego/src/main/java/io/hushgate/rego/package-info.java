@NullMarked
package io.hushgate.rego;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hushgate.rego.value;

import org.jspecify.annotations.NullMarked;

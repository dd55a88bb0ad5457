@NullMarked
package io.hushgate.rego.load;

import org.jspecify.annotations.NullMarked;

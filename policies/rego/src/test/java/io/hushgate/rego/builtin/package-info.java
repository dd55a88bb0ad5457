@NullMarked
package io.hushgate.rego.builtin;

import org.jspecify.annotations.NullMarked;

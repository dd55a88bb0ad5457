@NullMarked
package io.hushgate.cli;

import org.jspecify.annotations.NullMarked;

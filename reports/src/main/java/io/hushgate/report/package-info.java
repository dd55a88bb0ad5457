@NullMarked
package io.hushgate.report;

import org.jspecify.annotations.NullMarked;

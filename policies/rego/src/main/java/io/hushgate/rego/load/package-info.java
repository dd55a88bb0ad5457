/**
 * Gets policies and data from where users keep them: files, directories and bundles.
 *
 * <p>Yields the text of modules and the base document; knows how files map to places in {@code
 * data}, but not how modules are parsed. Entry points: {@link io.hushgate.rego.load.FileLoader} and
 * {@link io.hushgate.rego.load.BundleReader}.
 */
@NullMarked
package io.hushgate.rego.load;

import org.jspecify.annotations.NullMarked;

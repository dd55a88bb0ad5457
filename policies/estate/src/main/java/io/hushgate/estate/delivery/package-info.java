/**
 * Reads how secrets travel from a store to a workload: the agent injector, operators, drivers,
 * chart values, Harness.
 *
 * <p>Entry points: {@link io.hushgate.estate.delivery.OperatorReader} for custom resources, {@link
 * io.hushgate.estate.delivery.Injector} for annotations, {@link
 * io.hushgate.estate.delivery.HelmValues} and {@link io.hushgate.estate.delivery.Harness} for
 * files.
 */
@NullMarked
package io.hushgate.estate.delivery;

import org.jspecify.annotations.NullMarked;

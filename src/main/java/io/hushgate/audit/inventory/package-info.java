/**
 * What an audit looks at: the inventory that people write, read with exact complaints about place
 * and remedy. Opens no target. Begin at {@link io.hushgate.audit.inventory.InventoryReader}.
 */
@NullMarked
package io.hushgate.audit.inventory;

import org.jspecify.annotations.NullMarked;

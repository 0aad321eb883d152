package org.usageflow.spi.reference;

import java.util.Map;
import java.util.Set;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.ProductId;

/**
 * Takes the items that accepted records describe and the product does not define. <b>Implementable</b>; contract: {@code ItemRegistryContract} in the testkit.
 *
 * <p>Called before an acceptance is committed, and again if that fails: registering an item twice gives the same item. Thread-safe. Exceptions pass through to the caller, and the file is not accepted.
 *
 * <p>Source: rules §2 (dynamic items).
 */
@FunctionalInterface
public interface ItemRegistry {

    /**
     * Registers items with a product.
     *
     * @param product whose items they become
     * @param items at most a batch of them, about 1,000, each MPN once; never empty
     * @return by MPN, for each of them, the item that was registered, or that was there before; pay-per-use, billed monthly
     */
    Map<String, Item> register(ProductId product, Set<DynamicItem> items);
}

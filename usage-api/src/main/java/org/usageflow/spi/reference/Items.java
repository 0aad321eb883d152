package org.usageflow.spi.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.usageflow.model.Item;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ProductId;

/**
 * The items of products. <b>Implementable</b>; contract: {@code ReferenceDataContract} in the testkit.
 *
 * <p>Thread-safe. Exceptions pass through to the caller.
 */
public interface Items {

    /**
     * Finds items of a product. Asked once per batch of rows, for what the batches before did not ask.
     *
     * @param product whose items
     * @param searches at most a batch of them, about 1,000; never empty
     * @return the items found; a search without an item is absent
     */
    Map<ItemSearch, Item> findItems(ProductId product, Set<ItemSearch> searches);

    /**
     * The first items of a product, in a stable order of the host's choice; empty where it defines none.
     *
     * @param most how many at the most
     */
    List<Item> items(ProductId product, int most);
}

package org.usageflow.spi.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;

/**
 * The subscriptions of products. <b>Implementable</b>; contract: {@code ReferenceDataContract} in the testkit.
 *
 * <p>Thread-safe. Exceptions pass through to the caller.
 */
public interface Subscriptions {

    /**
     * Finds subscriptions of a product under a contract. Asked once per batch of rows, for what the batches before did not ask.
     *
     * @param product what is subscribed to
     * @param contract under which contract
     * @param searches at most a batch of them, about 1,000; never empty
     * @return the subscriptions found, ended ones included: where several match, at least two of them. A search without a match is absent or has an empty list
     */
    Map<SubscriptionSearch, List<Subscription>> findSubscriptions(
            ProductId product, ContractId contract, Set<SubscriptionSearch> searches);
}

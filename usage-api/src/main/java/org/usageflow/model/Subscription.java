package org.usageflow.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer's subscription to a product under a contract (called <em>asset</em> in files).
 *
 * <p>Active from {@code from}, inclusive, to {@code to}, exclusive.
 *
 * <p>Source: rules §1.
 *
 * @param id its id
 * @param externalId the id in the buyer's system; null where there is none
 * @param externalUid the unique id in the buyer's system; null where there is none
 * @param product what is subscribed to
 * @param contract under which contract
 * @param hub the billing system of the buyer that bills it; null where it is not assigned
 * @param from when it became active; UTC
 * @param to when it ended, exclusive; null while it is active
 * @param parameters values by parameter id
 * @param reconId the id in the vendor's reconciliation parameter; null where there is none
 * @param chain who sells it to whom
 */
public record Subscription(
        SubscriptionId id,
        @Nullable String externalId,
        @Nullable String externalUid,
        ProductId product,
        ContractId contract,
        @Nullable HubId hub,
        Instant from,
        @Nullable Instant to,
        Map<String, String> parameters,
        @Nullable String reconId,
        SalesChain chain) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Subscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(from, "from");
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(chain, "chain");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the subscription ends before it begins: " + id);
        }
    }

    /** Whether some moment of the window lies in the time this subscription is active. */
    public boolean isActiveDuring(UsageWindow window) {
        return window.overlaps(from, to);
    }
}

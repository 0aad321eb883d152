package org.usageflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as a record knows it: as it was when the record was judged.
 *
 * <p>Immutable, thread-safe.
 *
 * @param id its id
 * @param externalId the id in the buyer's system; null where there was none
 * @param externalUid the unique id in the buyer's system; null where there was none
 * @param reconId the id in the vendor's reconciliation parameter; null where there was none
 * @param hub the billing system of the buyer that bills it; null where it was not assigned
 * @param chain who sold it to whom
 */
public record RecordSubscription(
        SubscriptionId id,
        @Nullable String externalId,
        @Nullable String externalUid,
        @Nullable String reconId,
        @Nullable HubId hub,
        SalesChain chain) {

    public RecordSubscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(chain, "chain");
    }

    /** This subscription with an empty name of its customer, whose id stays. */
    public RecordSubscription withoutCustomerName() {
        return new RecordSubscription(id, externalId, externalUid, reconId, hub, chain.withoutCustomerName());
    }

    public static RecordSubscription of(Subscription subscription) {
        return new RecordSubscription(
                subscription.id(),
                subscription.externalId(),
                subscription.externalUid(),
                subscription.reconId(),
                subscription.hub(),
                subscription.chain());
    }
}

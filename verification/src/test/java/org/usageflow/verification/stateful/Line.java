package org.usageflow.verification.stateful;

import org.usageflow.model.ItemSearch;
import org.usageflow.model.Quantity;
import org.usageflow.model.RecordKey;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.testkit.UsageFixtures;

/**
 * A row of an upload in a story.
 *
 * @param key which of a few record ids
 * @param faulty whether it names an item that there is not
 * @param direct whether it is of the subscription without resellers
 */
record Line(int key, boolean faulty, boolean direct) {

    String recordId() {
        return "r-" + key;
    }

    ReportedRecord reported() {
        var subscription = direct ? UsageFixtures.SUBSCRIPTION_DIRECT : UsageFixtures.SUBSCRIPTION;
        return ReportedRecord.builder(
                        new RecordKey(recordId()),
                        ItemSearch.byMpn(faulty ? "MPN-NONE" : UsageFixtures.CALLS.mpn()),
                        Quantity.of(Integer.toString(key + 1)),
                        UsageFixtures.WINDOW_JULY_8,
                        SubscriptionSearch.byId(subscription.id().value()))
                .build();
    }
}

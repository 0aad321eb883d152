package org.usageflow.verification.stateful;

import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.testkit.UsageFixtures;

/** Who acts in a story. */
enum Who {
    VENDOR(UsageFixtures.vendor()),
    BUYER(UsageFixtures.distributor()),
    /** Sells to the customer of {@link UsageFixtures#SUBSCRIPTION}. */
    RESELLER(Actor.of(Party.RESELLER, UsageFixtures.RESELLER_1.id().value())),
    OTHER_VENDOR(Actor.of(Party.VENDOR, "VA-000-001")),
    OTHER_BUYER(Actor.of(Party.DISTRIBUTOR, "PA-000-001")),
    SYSTEM(Actor.of(Party.SYSTEM, "billing"));

    final Actor actor;

    Who(Actor actor) {
        this.actor = actor;
    }
}

package org.usageflow.verification.reliability;

import org.usageflow.model.Actor;
import org.usageflow.model.Party;

/** Actors beside those of the fixtures. */
final class Who {

    static final Actor SYSTEM = Actor.of(Party.SYSTEM, "host");

    private Who() {}
}

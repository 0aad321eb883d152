package org.usageflow.verification.service;

import java.util.EnumSet;
import java.util.Set;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.verification.service.Rulebook.Side;

/** Everybody who may come to the library. */
enum Person {
    OWNER(Parties.OWNER),
    FOREIGN_VENDOR(Parties.FOREIGN_VENDOR),
    /** The owner's account, in a role that it has not. */
    OWNER_AS_DISTRIBUTOR(Actor.of(Party.DISTRIBUTOR, Parties.OWNER.account().value())),
    DISTRIBUTOR(Parties.BUYER),
    DISTRIBUTOR_AS_VENDOR(Actor.of(Party.VENDOR, Parties.BUYER.account().value())),
    FOREIGN_DISTRIBUTOR(Parties.FOREIGN_DISTRIBUTOR),
    BUYING_RESELLER(Parties.BUYING_RESELLER),
    LOWER_RESELLER(Parties.LOWER_RESELLER),
    STRANGE_RESELLER(Parties.STRANGE_RESELLER),
    SYSTEM(Parties.SYSTEM);

    final Actor actor;

    Person(Actor actor) {
        this.actor = actor;
    }

    boolean sees(Scene scene, UsageFileStatus status) {
        return switch (this) {
            case OWNER, SYSTEM -> true;
            case LOWER_RESELLER -> scene.isBilled() && Rulebook.CHAIN_SEES.contains(status);
            default -> this == scene.buyer() && scene != Scene.PREVIEW && Rulebook.BUYER_SEES.contains(status);
        };
    }

    Set<Side> sides(Scene scene) {
        return switch (this) {
            case OWNER -> scene == Scene.PREVIEW ? EnumSet.of(Side.VENDOR, Side.BUYER) : EnumSet.of(Side.VENDOR);
            case SYSTEM -> EnumSet.of(Side.SYSTEM);
            default -> this == scene.buyer() ? EnumSet.of(Side.BUYER) : EnumSet.noneOf(Side.class);
        };
    }
}

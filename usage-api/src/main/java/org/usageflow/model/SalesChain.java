package org.usageflow.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who sells a subscription to whom, from the customer upwards.
 *
 * <p>Place {@code n} of the list is tier {@code n}: 0 the customer, above it the resellers, without gaps. The contract's buyer is not in the list; it stands one
 * above the highest reseller, so at 1 where there is none.
 *
 * <p>Source: rules §1 (tier).
 *
 * @param parties from tier 0 upwards; at least the customer
 */
public record SalesChain(List<ChainParty> parties) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the list is empty or longer than there are tiers
     */
    public SalesChain {
        parties = List.copyOf(parties);
        if (parties.isEmpty() || parties.size() > Tier.MAX_LEVEL) {
            throw new IllegalArgumentException("a sales chain has 1 to " + Tier.MAX_LEVEL + " parties below the buyer");
        }
    }

    public static SalesChain of(ChainParty customer, ChainParty... resellers) {
        var parties = new ArrayList<ChainParty>();
        parties.add(customer);
        parties.addAll(List.of(resellers));
        return new SalesChain(parties);
    }

    public ChainParty customer() {
        return parties.get(0);
    }

    /** This chain with an empty name of the customer, whose id stays. */
    public SalesChain withoutCustomerName() {
        var kept = new ArrayList<>(parties);
        kept.set(0, new ChainParty(customer().id(), ""));
        return new SalesChain(kept);
    }

    /** Where the contract's buyer stands: one above the highest reseller. */
    public Tier buyerTier() {
        return new Tier(parties.size());
    }

    /** Whether somebody of this chain, the contract's buyer included, stands at the tier. */
    public boolean contains(Tier tier) {
        return tier.level() <= parties.size();
    }

    /** The customer or reseller at the tier; empty for the buyer's tier and beyond. */
    public Optional<ChainParty> find(Tier tier) {
        return tier.level() < parties.size() ? Optional.of(parties.get(tier.level())) : Optional.empty();
    }
}

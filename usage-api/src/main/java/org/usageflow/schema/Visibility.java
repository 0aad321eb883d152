package org.usageflow.schema;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.SalesChain;
import org.usageflow.model.Tier;

/**
 * Who may see the amounts that a vendor reports, as data, so that any store can turn it into a query.
 *
 * <p>Each column of amounts is the price of some tier; who stands at that tier or above it sees the amount, nobody below does.
 *
 * <p>Source: rules §5.
 *
 * @param amounts by column, whose price it is; empty for a schema without amounts
 */
public record Visibility(Map<String, PriceOf> amounts) {

    /** No amounts are reported. */
    public static final Visibility NO_AMOUNTS = new Visibility(Map.of());

    /** Whose price a reported amount is. */
    public enum PriceOf {
        /** What the end customer pays: tier 0. */
        CUSTOMER,
        /** What the contract's buyer pays: the highest tier of the chain. */
        CONTRACT_BUYER,
        /** What the tier pays that the row names. */
        TIER_OF_ROW
    }

    public Visibility {
        amounts = Map.copyOf(amounts);
    }

    /** A schema with the one column {@code amount}. */
    public static Visibility of(PriceOf price) {
        return new Visibility(Map.of(Columns.AMOUNT, price));
    }

    /**
     * The lowest tier that may see an amount; empty where there is none.
     *
     * @param column of amounts
     * @param chain of the record's subscription
     * @param ofRow the tier that the row names; null for none
     */
    public Optional<Tier> lowestTier(String column, SalesChain chain, @Nullable Tier ofRow) {
        PriceOf price = amounts.get(column);
        if (price == null) {
            return Optional.empty();
        }
        return switch (price) {
            case CUSTOMER -> Optional.of(Tier.CUSTOMER);
            case CONTRACT_BUYER -> Optional.of(chain.buyerTier());
            case TIER_OF_ROW -> Optional.ofNullable(ofRow);
        };
    }
}

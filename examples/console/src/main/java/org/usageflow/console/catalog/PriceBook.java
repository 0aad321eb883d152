package org.usageflow.console.catalog;

import java.util.Currency;
import java.util.List;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;

/**
 * A seller's prices for a product.
 *
 * @param seller whose prices
 * @param product of what
 * @param currency of all of them
 * @param prices in the order of the file
 */
public record PriceBook(AccountId seller, ProductId product, Currency currency, List<Price> prices) {

    public PriceBook {
        prices = List.copyOf(prices);
    }
}

package org.usageflow.console.catalog;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.model.Account;
import org.usageflow.model.Contract;
import org.usageflow.model.Hub;
import org.usageflow.model.Listing;
import org.usageflow.model.Marketplace;

/** What was read so far. */
final class CatalogContent {
    final List<Account> accounts = new ArrayList<>();
    final List<Marketplace> marketplaces = new ArrayList<>();
    final List<Contract> contracts = new ArrayList<>();
    final List<ProductReader.Entry> products = new ArrayList<>();
    final List<Listing> listings = new ArrayList<>();
    final List<Hub> hubs = new ArrayList<>();
    final SubscriptionIndex subscriptions = new SubscriptionIndex();
    final List<Margin> margins = new ArrayList<>();
    final List<PriceBook> priceBooks = new ArrayList<>();
    final List<ExchangeRate> exchangeRates = new ArrayList<>();
    final List<ReportDue> calendar = new ArrayList<>();
}

package org.usageflow.console.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Account;
import org.usageflow.model.AccountId;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Contract;
import org.usageflow.model.ContractId;
import org.usageflow.model.Hub;
import org.usageflow.model.HubId;
import org.usageflow.model.Listing;
import org.usageflow.model.ListingId;
import org.usageflow.model.Marketplace;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.Party;
import org.usageflow.model.ProductId;
import org.usageflow.model.SalesChain;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.SubscriptionSearch;

/** Reads who does business with whom: accounts, marketplaces, contracts, listings, hubs, subscriptions. */
final class BusinessReader {

    private BusinessReader() {}

    static Optional<Account> account(CatalogObject in) {
        Member<AccountId> id = in.id(IdKind.ACCOUNT, AccountId::new);
        Member<String> name = in.text("name");
        Member<Party> role = in.required("role", BusinessReader::role);
        AccountId found = id.orNull();
        if (found != null) {
            define(found, role.orNull(), in.faults());
        }
        return in.make(() -> new Account(id.get(), name.get(), role.get()));
    }

    // A role that cannot be read is a fault of its own: nothing more is said where the account is referred to.
    private static void define(AccountId id, @Nullable Party role, Faults faults) {
        if (role == null || role == Party.VENDOR) {
            faults.define(IdKind.VENDOR, id.value());
        }
        if (role != Party.VENDOR) {
            faults.define(IdKind.BUYER, id.value());
        }
    }

    private static Party role(String text) {
        return Party.parse(text)
                .filter(each -> each != Party.SYSTEM)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not a role: vendor, distributor or reseller is expected"));
    }

    static Optional<Marketplace> marketplace(CatalogObject in) {
        Member<MarketplaceId> id = in.id(IdKind.MARKETPLACE, MarketplaceId::new);
        Member<String> name = in.text("name");
        Member<Currency> currency = in.optional("currency", BusinessReader::currency);
        return in.make(() -> new Marketplace(id.get(), name.get(), currency.orNull()));
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is not a currency of ISO 4217", e);
        }
    }

    static Optional<Contract> contract(CatalogObject in) {
        Member<ContractId> id = in.id(IdKind.CONTRACT, ContractId::new);
        Member<String> name = in.text("name");
        Member<AccountId> vendor = in.reference("vendor", IdKind.VENDOR, AccountId::new);
        Member<AccountId> buyer = in.reference("buyer", IdKind.BUYER, AccountId::new);
        Member<Boolean> program = in.truth("programActive");
        Member<Boolean> distribution = in.truth("distributionActive");
        return in.make(
                () -> new Contract(id.get(), name.get(), vendor.get(), buyer.get(), program.get(), distribution.get()));
    }

    static Optional<Listing> listing(CatalogObject in) {
        Member<ListingId> id = in.id(IdKind.LISTING, ListingId::new);
        Member<ProductId> product = in.reference("product", IdKind.PRODUCT, ProductId::new);
        Member<ContractId> contract = in.reference("contract", IdKind.CONTRACT, ContractId::new);
        Member<MarketplaceId> marketplace = in.reference("marketplace", IdKind.MARKETPLACE, MarketplaceId::new);
        Member<Boolean> active = in.truth("active");
        return in.make(() -> new Listing(id.get(), product.get(), contract.get(), marketplace.get(), active.get()));
    }

    static Optional<Hub> hub(CatalogObject in) {
        Member<HubId> id = in.id(IdKind.HUB, HubId::new);
        Member<String> name = in.text("name");
        Member<AccountId> buyer = in.reference("buyer", IdKind.BUYER, AccountId::new);
        return in.make(() -> new Hub(id.get(), name.get(), buyer.get()));
    }

    static Optional<Subscription> subscription(CatalogObject in) {
        Member<SubscriptionId> id = in.id(IdKind.SUBSCRIPTION, SubscriptionId::new);
        Member<String> externalId = in.optional("externalId", BusinessReader::searchable);
        Member<String> externalUid = in.optional("externalUid", BusinessReader::searchable);
        Member<ProductId> product = in.reference("product", IdKind.PRODUCT, ProductId::new);
        Member<ContractId> contract = in.reference("contract", IdKind.CONTRACT, ContractId::new);
        Member<HubId> hub = in.optionalReference("hub", IdKind.HUB, HubId::new);
        Member<Instant> from = in.required("from", UtcText::instant);
        Member<Instant> to = in.optional("to", UtcText::instant);
        Map<String, String> parameters = in.textsByName("parameters");
        List<ChainParty> chain = chain(in);
        return in.make(() -> new Subscription(
                id.get(),
                externalId.orNull(),
                externalUid.orNull(),
                product.get(),
                contract.get(),
                hub.orNull(),
                from.get(),
                to.orNull(),
                parameters,
                null,
                new SalesChain(chain)));
    }

    private static String searchable(String text) {
        return SubscriptionSearch.byId(text).value();
    }

    // The names of the tiers are their levels, in any order and without gaps.
    private static List<ChainParty> chain(CatalogObject in) {
        Map<String, Optional<ChainParty>> tiers = in.objectsByName("tiers", each -> Optional.of(chainParty(each)));
        int levels = 0;
        while (tiers.containsKey(Integer.toString(levels))) {
            levels++;
        }
        if (levels < tiers.size()) {
            in.fault("tiers", "the tiers must be named 0, 1, 2 … without gaps, and tier " + levels + " is missing");
        }
        var chain = new ArrayList<ChainParty>();
        for (int level = 0; level < levels; level++) {
            tiers.getOrDefault(Integer.toString(level), Optional.empty()).ifPresent(chain::add);
        }
        return chain;
    }

    private static Optional<ChainParty> chainParty(CatalogObject in) {
        Member<AccountId> id = in.required("id", AccountId::new);
        Member<String> name = in.text("name");
        return in.make(() -> new ChainParty(id.get(), name.get()));
    }
}

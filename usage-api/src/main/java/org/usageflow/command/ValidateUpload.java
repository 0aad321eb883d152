package org.usageflow.command;

import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ContractId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;

/**
 * Asks for an upload to be judged, without anything being stored.
 *
 * @param product whose usage it reports
 * @param contract between whom; null where the product has one listing, whose contract it is
 * @param marketplace where the product is listed; null where the contract has one listing of it
 * @param period the time it reports on; null for no check against a period
 * @param currency of its amounts; null for the marketplace's. A schema without amounts takes none, and does not look at it
 */
public record ValidateUpload(
        @NotNull ProductId product,
        @Nullable ContractId contract,
        @Nullable MarketplaceId marketplace,
        @Nullable UsagePeriod period,
        @Nullable Currency currency) {

    public ValidateUpload {
        Objects.requireNonNull(product, "product");
    }

    /** A product with one listing, without a period, in the marketplace's currency. */
    public static ValidateUpload of(ProductId product) {
        return new ValidateUpload(product, null, null, null, null);
    }

    public ValidateUpload withContract(ContractId id) {
        return new ValidateUpload(product, id, marketplace, period, currency);
    }

    public ValidateUpload withMarketplace(MarketplaceId id) {
        return new ValidateUpload(product, contract, id, period, currency);
    }

    public ValidateUpload withPeriod(UsagePeriod time) {
        return new ValidateUpload(product, contract, marketplace, time, currency);
    }

    public ValidateUpload withCurrency(Currency code) {
        return new ValidateUpload(product, contract, marketplace, period, code);
    }
}

package org.usageflow.command;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;

/**
 * Asks for a draft.
 *
 * <p>Source: rules §2, §4.1 (row 1), §4.5, §10.
 *
 * @param name what people call it; 1 to 255 characters
 * @param description free text, at most 4,000 characters; null for none
 * @param note free text, at most 4,000 characters; null for none
 * @param externalId the vendor's own id, unique per vendor and product, at most 255 characters: the same request again gives the first result; null for none
 * @param product whose usage
 * @param contract between whom
 * @param marketplace where the product is listed
 * @param period what time it reports on
 * @param currency of its amounts; null for the marketplace's. A schema without amounts takes none, and does not look at it
 * @param environment whether it counts
 * @param kind actual or estimate
 */
public record CreateFile(
        @NotBlank @Size(max = 255) String name,
        @Size(max = 4_000) @Nullable String description,
        @Size(max = 4_000) @Nullable String note,
        @Size(min = 1, max = 255) @Nullable String externalId,
        @NotNull ProductId product,
        @NotNull ContractId contract,
        @NotNull MarketplaceId marketplace,
        @NotNull UsagePeriod period,
        @Nullable Currency currency,
        @NotNull Environment environment,
        @NotNull FileKind kind) {

    /** An actual production file in the marketplace's currency, without texts and external id. */
    public static CreateFile of(
            String name, ProductId product, ContractId contract, MarketplaceId marketplace, UsagePeriod period) {
        return new CreateFile(
                name,
                null,
                null,
                null,
                product,
                contract,
                marketplace,
                period,
                null,
                Environment.PRODUCTION,
                FileKind.ACTUAL);
    }

    public CreateFile withTexts(@Nullable String describing, @Nullable String remark) {
        return new CreateFile(
                name,
                describing,
                remark,
                externalId,
                product,
                contract,
                marketplace,
                period,
                currency,
                environment,
                kind);
    }

    public CreateFile withExternalId(@Nullable String id) {
        return new CreateFile(
                name, description, note, id, product, contract, marketplace, period, currency, environment, kind);
    }

    public CreateFile withCurrency(@Nullable Currency code) {
        return new CreateFile(
                name, description, note, externalId, product, contract, marketplace, period, code, environment, kind);
    }

    public CreateFile in(Environment other) {
        return new CreateFile(
                name, description, note, externalId, product, contract, marketplace, period, currency, other, kind);
    }

    public CreateFile as(FileKind other) {
        return new CreateFile(
                name,
                description,
                note,
                externalId,
                product,
                contract,
                marketplace,
                period,
                currency,
                environment,
                other);
    }
}

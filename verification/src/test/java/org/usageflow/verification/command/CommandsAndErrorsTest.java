package org.usageflow.verification.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.usageflow.command.ValidateUpload;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.SourceException;
import org.usageflow.error.UsageflowException;
import org.usageflow.error.WiringException;
import org.usageflow.model.ContractId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;

class CommandsAndErrorsTest {

    private static final ProductId PRODUCT = new ProductId("PRD-1");

    @Test
    void only_the_product_is_needed() {
        ValidateUpload command = ValidateUpload.of(PRODUCT);

        assertThat(command).isEqualTo(new ValidateUpload(PRODUCT, null, null, null, null));
        assertThatNullPointerException().isThrownBy(() -> ValidateUpload.of(null));
    }

    @Test
    void the_rest_is_added_piece_by_piece() {
        var contract = new ContractId("CRD-1");
        var marketplace = new MarketplaceId("MP-1");
        var july = new UsagePeriod(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-08-01T00:00:00Z"));
        Currency euro = Currency.getInstance("EUR");

        ValidateUpload command = ValidateUpload.of(PRODUCT)
                .withContract(contract)
                .withMarketplace(marketplace)
                .withPeriod(july)
                .withCurrency(euro);

        assertThat(command).isEqualTo(new ValidateUpload(PRODUCT, contract, marketplace, july, euro));
    }

    @Test
    void failures_say_what_failed_and_why() {
        var cause = new IOException("disk full");

        assertThat(new SourceException("cannot read the upload", cause))
                .isInstanceOf(UsageflowException.class)
                .hasMessage("cannot read the upload")
                .hasCause(cause);
        assertThat(new RefusedException("CURRENCY_CONTRADICTS_MARKETPLACE", "EUR is not USD").code())
                .isEqualTo("CURRENCY_CONTRADICTS_MARKETPLACE");
        assertThat(new NotFoundException("no product")).hasMessage("no product");
        assertThat(new InvalidCommandException("no currency")).hasMessage("no currency");
        assertThat(new WiringException("no formats")).hasMessage("no formats");
    }
}

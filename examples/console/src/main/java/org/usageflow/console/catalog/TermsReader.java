package org.usageflow.console.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.usageflow.console.catalog.Price.Band;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.Tier;
import org.usageflow.model.UsagePeriod;

/** Reads what usage is rated by, margins, price books, exchange rates, and when reports are due. */
final class TermsReader {

    private static final String ALL_ITEMS = "*";

    private TermsReader() {}

    static Optional<Margin> margin(CatalogObject in) {
        Member<AccountId> party = in.reference("party", IdKind.ACCOUNT, AccountId::new);
        Member<ProductId> product = in.reference("product", IdKind.PRODUCT, ProductId::new);
        Member<String> item = item(in, product);
        Member<String> attribute = in.optional("attribute", text -> text);
        Member<String> value = in.optional("value", text -> text);
        Member<Margin.Kind> kind = in.required(
                "kind",
                text -> ProductReader.choice(
                        text, Margin.Kind.values(), each -> each.name().toLowerCase(Locale.ROOT)));
        Member<BigDecimal> percent = in.decimal("percent");
        return in.make(() -> new Margin(
                party.get(), product.get(), item.get(), attribute.orNull(), value.orNull(), kind.get(), percent.get()));
    }

    private static Member<String> item(CatalogObject in, Member<ProductId> product) {
        Member<String> item = in.text("item");
        String mpn = item.orNull();
        ProductId owner = product.orNull();
        if (mpn != null && owner != null && !mpn.equals(ALL_ITEMS)) {
            in.faults().referToItem(in.at("item"), owner.value(), mpn);
        }
        return item;
    }

    static Optional<PriceBook> priceBook(CatalogObject in) {
        Member<AccountId> seller = in.reference("seller", IdKind.ACCOUNT, AccountId::new);
        Member<ProductId> product = in.reference("product", IdKind.PRODUCT, ProductId::new);
        Member<Currency> currency = in.required("currency", BusinessReader::currency);
        List<Price> prices = in.objects("prices", each -> price(each, product));
        return in.make(() -> new PriceBook(seller.get(), product.get(), currency.get(), prices));
    }

    private static Optional<Price> price(CatalogObject in, Member<ProductId> product) {
        Member<String> item = item(in, product);
        Member<Integer> tier = in.whole("tier");
        Member<Price.Model> read = in.required(
                "model",
                text -> ProductReader.choice(
                        text, Price.Model.values(), each -> each.name().toLowerCase(Locale.ROOT)));
        Price.Model model = read.orNull();
        if (model == null) {
            return Optional.empty();
        }
        return switch (model) {
            case PER_UNIT -> perUnit(in, item, tier);
            case GRADUATED, VOLUME -> banded(in, item, tier, model);
            case PACKAGE -> ofPackages(in, item, tier);
        };
    }

    private static Optional<Price> perUnit(CatalogObject in, Member<String> item, Member<Integer> tier) {
        Member<BigDecimal> unitPrice = in.decimal("unitPrice");
        return in.make(() -> new Price(
                item.get(), new Tier(tier.get()), Price.Model.PER_UNIT, unitPrice.get(), List.of(), null, null, null));
    }

    private static Optional<Price> banded(
            CatalogObject in, Member<String> item, Member<Integer> tier, Price.Model model) {
        List<Band> bands = in.objects("bands", TermsReader::band);
        return in.make(() -> new Price(item.get(), new Tier(tier.get()), model, null, bands, null, null, null));
    }

    private static Optional<Band> band(CatalogObject in) {
        Member<BigDecimal> upTo = in.optionalDecimal("upTo");
        Member<BigDecimal> unitPrice = in.decimal("unitPrice");
        return in.make(() -> new Band(upTo.orNull(), unitPrice.get()));
    }

    private static Optional<Price> ofPackages(CatalogObject in, Member<String> item, Member<Integer> tier) {
        Member<BigDecimal> size = in.decimal("size");
        Member<BigDecimal> unitPrice = in.decimal("unitPrice");
        Member<BigDecimal> minimum = in.optionalDecimal("minimum");
        Member<BigDecimal> included = in.optionalDecimal("included");
        return in.make(() -> new Price(
                item.get(),
                new Tier(tier.get()),
                Price.Model.PACKAGE,
                unitPrice.get(),
                List.of(),
                size.get(),
                minimum.orNull(),
                included.orNull()));
    }

    static Optional<ExchangeRate> exchangeRate(CatalogObject in) {
        Member<Currency> from = in.required("from", BusinessReader::currency);
        Member<Currency> to = in.required("to", BusinessReader::currency);
        Member<LocalDate> date = in.required("date", UtcText::date);
        Member<BigDecimal> rate = in.decimal("rate");
        return in.make(() -> new ExchangeRate(from.get(), to.get(), date.get(), rate.get()));
    }

    static Optional<ReportDue> due(CatalogObject in) {
        Member<ProductId> product = in.reference("product", IdKind.PRODUCT, ProductId::new);
        Member<ContractId> contract = in.reference("contract", IdKind.CONTRACT, ContractId::new);
        Member<UsagePeriod> period = in.required("period", UtcText::period);
        Member<LocalDate> due = in.required("due", UtcText::date);
        return in.make(() -> new ReportDue(product.get(), contract.get(), period.get(), due.get()));
    }
}

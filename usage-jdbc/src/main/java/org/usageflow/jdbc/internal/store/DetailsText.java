package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsagePeriod;

/** The details of a usage file: as they are now, in columns of their own; as they were asked for, in one column, where that is something else. */
final class DetailsText {

    private DetailsText() {}

    static String write(FileDetails details) {
        var texts = new ArrayList<@Nullable String>();
        texts.add(details.name());
        texts.add(details.description());
        texts.add(details.note());
        texts.add(details.externalId());
        texts.add(details.product().value());
        texts.add(details.contract().value());
        texts.add(details.marketplace().value());
        texts.add(details.vendor().value());
        texts.add(details.buyer().value());
        texts.add(details.schema().value());
        texts.add(details.period().start().toString());
        texts.add(details.period().end().toString());
        texts.add(details.currency() == null ? null : details.currency().getCurrencyCode());
        texts.add(details.environment().name());
        texts.add(details.kind().name());
        return Texts.write(texts);
    }

    static FileDetails read(String written) {
        List<@Nullable String> texts = Texts.read(written);
        return new FileDetails(
                kept(texts.get(0)),
                texts.get(1),
                texts.get(2),
                texts.get(3),
                new ProductId(kept(texts.get(4))),
                new ContractId(kept(texts.get(5))),
                new MarketplaceId(kept(texts.get(6))),
                new AccountId(kept(texts.get(7))),
                new AccountId(kept(texts.get(8))),
                new SchemaCode(kept(texts.get(9))),
                new UsagePeriod(Instant.parse(kept(texts.get(10))), Instant.parse(kept(texts.get(11)))),
                currency(texts.get(12)),
                Environment.valueOf(kept(texts.get(13))),
                FileKind.valueOf(kept(texts.get(14))));
    }

    /** Reads the columns from the product to the kind. */
    static FileDetails readColumns(Row row, String vendor) throws SQLException {
        var product = new ProductId(row.text());
        var contract = new ContractId(row.text());
        String name = row.text();
        String description = Texts.readAny(row.textOrNull());
        String note = Texts.readAny(row.textOrNull());
        String externalId = row.textOrNull();
        var marketplace = new MarketplaceId(row.text());
        var buyer = new AccountId(row.text());
        var schema = new SchemaCode(row.text());
        var period = new UsagePeriod(row.exactTime(), row.exactTime());
        return new FileDetails(
                name,
                description,
                note,
                externalId,
                product,
                contract,
                marketplace,
                new AccountId(vendor),
                buyer,
                schema,
                period,
                currency(row.textOrNull()),
                Environment.valueOf(row.text()),
                FileKind.valueOf(row.text()));
    }

    static String kept(@Nullable String text) {
        return Objects.requireNonNull(text, "a text that is kept");
    }

    private static @Nullable Currency currency(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }
}

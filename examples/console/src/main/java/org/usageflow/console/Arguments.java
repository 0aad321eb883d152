package org.usageflow.console;

import java.util.Currency;
import java.util.function.Function;
import org.usageflow.console.catalog.UtcText;
import org.usageflow.console.database.DatabaseUrl;
import org.usageflow.console.host.PolicySetting;
import org.usageflow.model.Actor;
import org.usageflow.model.ContractId;
import org.usageflow.model.MarketplaceId;
import org.usageflow.model.PartFileId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.query.PageKey;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments become values. */
final class Arguments {

    private Arguments() {}

    static void registerIn(CommandLine command) {
        command.registerConverter(ProductId.class, reading(ProductId::new));
        command.registerConverter(ContractId.class, reading(ContractId::new));
        command.registerConverter(UsagePeriod.class, reading(UtcText::period));
        command.registerConverter(Currency.class, reading(Arguments::currency));
        command.registerConverter(PolicySetting.class, reading(PolicySetting::parse));
        command.registerConverter(MarketplaceId.class, reading(MarketplaceId::new));
        command.registerConverter(UsageFileId.class, reading(UsageFileId::new));
        command.registerConverter(PartFileId.class, reading(PartFileId::new));
        command.registerConverter(BillableId.class, reading(BillableId::parse));
        command.registerConverter(Actor.class, reading(Actor::parse));
        command.registerConverter(DatabaseUrl.class, reading(DatabaseUrl::parse));
        command.registerConverter(SortOrder.class, reading(SortOrder::parse));
        command.registerConverter(PageKey.class, reading(PageKey::parse));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is not a currency of ISO 4217, such as EUR", e);
        }
    }

    private static <T> ITypeConverter<T> reading(Function<String, T> reading) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}

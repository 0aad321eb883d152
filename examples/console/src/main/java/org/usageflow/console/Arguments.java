package org.usageflow.console;

import java.util.Currency;
import java.util.function.Function;
import org.usageflow.console.catalog.UtcText;
import org.usageflow.console.host.PolicySetting;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;
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

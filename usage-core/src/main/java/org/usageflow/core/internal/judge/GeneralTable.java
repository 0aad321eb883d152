package org.usageflow.core.internal.judge;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/**
 * The tab {@code general}: ignored, but what it says of product, currency and schema should not contradict the file.
 *
 * <p>Source: rules §3.
 */
final class GeneralTable implements Judge.SideTable {

    private static final String VALUE = "attribute_value";

    private final SourceTable table;
    private final JudgeContext context;
    private final ProblemCollector problems;
    private final int attribute;
    private final int value;

    private GeneralTable(SourceTable table, JudgeContext context, ProblemCollector problems, int attribute, int value) {
        this.table = table;
        this.context = context;
        this.problems = problems;
        this.attribute = attribute;
        this.value = value;
    }

    /** Reads the tab; null where it does not have the two columns. */
    static @Nullable GeneralTable of(SourceTable table, JudgeContext context, ProblemCollector problems) {
        int attribute = Judge.columnOf(table, "attribute_id");
        int value = Judge.columnOf(table, VALUE);
        return attribute < 0 || value < 0 ? null : new GeneralTable(table, context, problems, attribute, value);
    }

    @Override
    public void row(SourceRow row) {
        if (row.isBlank(attribute) || row.isBlank(value)) {
            return;
        }
        String name = row.text(attribute).strip().toLowerCase(Locale.ROOT);
        String expected = expected(name);
        String found = row.text(value).strip();
        if (expected != null && !expected.equalsIgnoreCase(found)) {
            Place place = table.locator().locate(row.number(), row.position(), value, VALUE);
            problems.add(
                    ProblemCollector.GENERAL,
                    row.position(),
                    value,
                    ProblemCode.FILE_CONTRADICTS_GENERAL,
                    place,
                    row.text(value),
                    Map.of("attribute", name, "expected", expected));
        }
    }

    private @Nullable String expected(String name) {
        Currency currency = context.currency();
        return switch (name) {
            case "product_id" -> context.product().value();
            case "usage_schema" -> context.schema().code().value();
            case "currency" -> currency == null ? null : currency.getCurrencyCode();
            default -> null;
        };
    }
}

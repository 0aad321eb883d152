package org.usageflow.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Tier;

/**
 * What is kept of a row for the judging of its group.
 *
 * @param number the row's number, for messages
 * @param position its place among the file's rows
 * @param tier its tier; null where it is blank or in error
 * @param quantity its quantity; null where it is in error
 * @param amount its amount; null where it is blank or in error
 * @param rawTier the tier as written; null for none
 * @param rawQuantity the quantity as written; null for none
 * @param rawAmount the amount as written; null for none
 */
public record GroupRow(
        long number,
        long position,
        @Nullable Tier tier,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal amount,
        @Nullable String rawTier,
        @Nullable String rawQuantity,
        @Nullable String rawAmount) {

    /** A row as it would be written plainly. */
    public GroupRow(
            long number,
            long position,
            @Nullable Tier tier,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal amount) {
        this(
                number,
                position,
                tier,
                quantity,
                amount,
                tier == null ? null : tier.toString(),
                quantity == null ? null : quantity.toPlainString(),
                amount == null ? null : amount.toPlainString());
    }
}

package org.usageflow.model;

import java.util.Objects;

/**
 * The settings of pay-per-use reporting.
 *
 * <p>Source: rules §2.
 *
 * @param schema the one schema in which the product reports
 * @param dynamicItems whether rows may describe items that the product does not define
 * @param futureCharges whether rows may end after the report period
 * @param lateCharges whether rows may start before the report period
 * @param predictiveEstimates whether the vendor may send estimates
 */
public record PayAsYouGo(
        SchemaCode schema,
        boolean dynamicItems,
        boolean futureCharges,
        boolean lateCharges,
        boolean predictiveEstimates) {

    public PayAsYouGo {
        Objects.requireNonNull(schema, "schema");
    }

    /** The schema with every other setting off. */
    public static PayAsYouGo of(SchemaCode schema) {
        return new PayAsYouGo(schema, false, false, false, false);
    }
}

package org.usageflow.core.internal.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * A row of a reconciliation file whose own cells are in order.
 *
 * @param number of the row, as {@link org.usageflow.spi.format.SourceRow#number()}
 * @param position of the row, as {@link org.usageflow.spi.format.SourceRow#position()}
 * @param idColumn where the record is named
 * @param id the library's or the vendor's id of the record
 * @param billingId the billing system's id
 * @param note null for none
 */
public record ReconciliationRow(
        long number,
        long position,
        int idColumn,
        String id,
        String billingId,
        @Nullable String note) {}

package org.usageflow.console.catalog;

import java.time.LocalDate;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;

/**
 * An entry of the reporting calendar: a report that is expected.
 *
 * @param product of what
 * @param contract between whom
 * @param period on which time
 * @param due the last day for it; UTC
 */
public record ReportDue(ProductId product, ContractId contract, UsagePeriod period, LocalDate due) {}

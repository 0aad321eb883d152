package org.usageflow.schema;

import java.util.Set;

/**
 * What a schema asks of each row, beyond its columns. <b>Implementable</b>; contract: {@code ReportingSchemaContract} in the testkit.
 *
 * <p>Thread-safe and without state. Source: rules §6.1.
 */
public interface RecordRule {

    /**
     * The columns that it looks at. The rule is skipped where one of them is in error: one fault, one problem. An item that is in error is so at {@code item_search_value}, a
     * subscription at {@code asset_search_value}.
     */
    Set<String> inputs();

    /** Says what is wrong with the row. */
    void check(RecordView row, Findings findings);
}

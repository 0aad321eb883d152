package org.usageflow.console.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.ProductId;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.spi.format.FormatId;

/**
 * A report of the demonstration, from its first try to the bill, and what must come of it.
 *
 * @param schema how it reports
 * @param way the same in words
 * @param story what a reader should know about it
 * @param product whose usage
 * @param format of its files
 * @param faulty the records as they are first sent
 * @param faults what must be found in them, as row, column and code, in the order of the report
 * @param changes how the vendor corrects the processed file; empty where it writes the records anew
 * @param rejection how the buyer sends it back once; null where it accepts it at once
 * @param records the records as they are accepted
 * @param billing how it is closed
 * @param outcome what must come of it
 */
record DemoReport(
        SchemaCode schema,
        String way,
        String story,
        ProductId product,
        FormatId format,
        List<ReportedRecord> faulty,
        List<String> faults,
        List<CellChange> changes,
        @Nullable Rejection rejection,
        List<ReportedRecord> records,
        Billing billing,
        Outcome outcome) {

    /** The records that the buyer is shown first. */
    List<ReportedRecord> firstSubmitted() {
        return rejection == null ? records : rejection.records();
    }

    /**
     * What the buyer sends back, and how it is corrected.
     *
     * @param records without a fault that the library could find
     * @param note why it is sent back
     * @param changes how the vendor corrects the processed file
     */
    record Rejection(List<ReportedRecord> records, String note, List<CellChange> changes) {}

    /**
     * How the buyer closes the report.
     *
     * @param invoice the beginning of its billing ids
     * @param oneByOne whether every record has an id of its own; else the first has, and the rest share one
     */
    record Billing(String invoice, boolean oneByOne) {

        /** The billing id of a record. */
        String id(int record) {
            return invoice + (oneByOne || record == 0 ? record + 1 : 2);
        }
    }

    /**
     * What must be there when all is done.
     *
     * @param totals as the console words them
     * @param seenByReseller the records that the reseller sees, with the amounts that it sees
     * @param why it sees them so
     * @param events how many entries the history has
     */
    record Outcome(String totals, List<String> seenByReseller, String why, int events) {}
}

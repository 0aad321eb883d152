package org.usageflow.console.demo;

import java.util.List;
import org.usageflow.model.ProductId;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.spi.format.FormatId;

/**
 * A report of the demonstration, before and after its correction.
 *
 * @param schema how it reports
 * @param story what a reader should know about it
 * @param product whose usage
 * @param format of its uploads
 * @param faulty the records as they are first sent
 * @param faults what must be found in them, as row, column and code, in the order of the report
 * @param corrected the records as they are sent again
 */
record DemoReport(
        SchemaCode schema,
        String story,
        ProductId product,
        FormatId format,
        List<ReportedRecord> faulty,
        List<String> faults,
        List<ReportedRecord> corrected) {}

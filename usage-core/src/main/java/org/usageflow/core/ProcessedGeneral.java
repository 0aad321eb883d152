package org.usageflow.core;

import static org.usageflow.core.internal.processed.GeneralSheet.CURRENCY;
import static org.usageflow.core.internal.processed.GeneralSheet.DISTRIBUTION_CONTRACT_ID;
import static org.usageflow.core.internal.processed.GeneralSheet.DISTRIBUTION_CONTRACT_NAME;
import static org.usageflow.core.internal.processed.GeneralSheet.INVALID_RECORDS;
import static org.usageflow.core.internal.processed.GeneralSheet.MARKETPLACE_ID;
import static org.usageflow.core.internal.processed.GeneralSheet.MARKETPLACE_NAME;
import static org.usageflow.core.internal.processed.GeneralSheet.PRODUCT_ID;
import static org.usageflow.core.internal.processed.GeneralSheet.PRODUCT_NAME;
import static org.usageflow.core.internal.processed.GeneralSheet.PROVIDER_ACCOUNT_ID;
import static org.usageflow.core.internal.processed.GeneralSheet.REPORT_END_TIME_UTC;
import static org.usageflow.core.internal.processed.GeneralSheet.REPORT_ID;
import static org.usageflow.core.internal.processed.GeneralSheet.REPORT_NAME;
import static org.usageflow.core.internal.processed.GeneralSheet.REPORT_NOTE;
import static org.usageflow.core.internal.processed.GeneralSheet.REPORT_START_TIME_UTC;
import static org.usageflow.core.internal.processed.GeneralSheet.STATUS;
import static org.usageflow.core.internal.processed.GeneralSheet.USAGE_SCHEMA;
import static org.usageflow.core.internal.processed.GeneralSheet.VALID_RECORDS;
import static org.usageflow.core.internal.processed.GeneralSheet.VENDOR_ACCOUNT_ID;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.internal.judge.JudgeContext;
import org.usageflow.core.internal.processed.GeneralSheet;
import org.usageflow.model.Contract;
import org.usageflow.model.FileDetails;
import org.usageflow.model.Marketplace;
import org.usageflow.model.RowCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;

/**
 * What the tab {@code general} says of an upload that is judged without a file: what is known of it.
 *
 * <p>Source: rules §3.4.
 */
final class ProcessedGeneral {

    private ProcessedGeneral() {}

    static GeneralSheet of(ReportContext context, ValidateUpload command, ValidationReport report) {
        JudgeContext against = context.judgeContext();
        var sheet = new GeneralSheet()
                .put(STATUS, report.isValid() ? "valid" : "invalid")
                .put(VALID_RECORDS, report.rows().valid())
                .put(INVALID_RECORDS, report.rows().invalid())
                .put(USAGE_SCHEMA, against.schema().code())
                .put(PRODUCT_ID, against.product())
                .put(PRODUCT_NAME, context.product().name());
        if (against.currency() != null) {
            sheet.put(CURRENCY, against.currency().getCurrencyCode());
        }
        period(sheet, command.period());
        context.marketplace().ifPresent(place -> marketplace(sheet, place));
        context.agreement().ifPresent(contract -> contract(sheet, contract));
        return sheet;
    }

    /** Of a usage file. The names of its accounts are the host's to know. */
    static GeneralSheet of(ReportContext context, UsageFile file) {
        FileDetails details = file.details();
        RowCounts rows = file.upload() == null ? RowCounts.NONE : file.upload().rows();
        var sheet = new GeneralSheet()
                .put(REPORT_NAME, details.name())
                .put(REPORT_NOTE, details.note())
                .put(REPORT_ID, file.id())
                .put(STATUS, file.status().name().toLowerCase(Locale.ROOT))
                .put(VALID_RECORDS, rows.valid())
                .put(INVALID_RECORDS, rows.invalid())
                .put(USAGE_SCHEMA, details.schema())
                .put(PRODUCT_ID, details.product())
                .put(PRODUCT_NAME, context.product().name())
                .put(VENDOR_ACCOUNT_ID, details.vendor())
                .put(PROVIDER_ACCOUNT_ID, details.buyer())
                .put(DISTRIBUTION_CONTRACT_ID, details.contract());
        if (details.currency() != null) {
            sheet.put(CURRENCY, details.currency().getCurrencyCode());
        }
        period(sheet, details.period());
        context.marketplace().ifPresent(place -> marketplace(sheet, place));
        context.agreement().ifPresent(contract -> contract(sheet, contract));
        return sheet;
    }

    private static void period(GeneralSheet sheet, @Nullable UsagePeriod period) {
        if (period != null) {
            sheet.put(REPORT_START_TIME_UTC, RecordColumns.time(period.start()));
            sheet.put(REPORT_END_TIME_UTC, RecordColumns.time(period.endExclusive()));
        }
    }

    private static void marketplace(GeneralSheet sheet, Marketplace marketplace) {
        sheet.put(MARKETPLACE_ID, marketplace.id()).put(MARKETPLACE_NAME, marketplace.name());
    }

    private static void contract(GeneralSheet sheet, Contract contract) {
        sheet.put(VENDOR_ACCOUNT_ID, contract.vendor()).put(PROVIDER_ACCOUNT_ID, contract.buyer());
        sheet.put(DISTRIBUTION_CONTRACT_ID, contract.id()).put(DISTRIBUTION_CONTRACT_NAME, contract.name());
    }
}

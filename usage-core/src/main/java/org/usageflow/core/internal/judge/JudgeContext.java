package org.usageflow.core.internal.judge;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Capabilities;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.policy.Policies;
import org.usageflow.schema.ColumnSet;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.reference.Items;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.spi.reference.Subscriptions;

/**
 * What an upload is judged against.
 *
 * @param product whose usage it reports
 * @param contract between whom
 * @param capabilities what the product takes
 * @param schema how it reports
 * @param columns the schema's columns for those capabilities
 * @param period the time reported on; null for no check
 * @param currency of the amounts; null where none are reported
 * @param policies the host's choices
 * @param items finds items
 * @param subscriptions finds subscriptions
 * @param reported finds records of former files; null where the host has none
 * @param parameterRules what the host asks of {@code v.} values
 * @param limits of the upload
 * @param temporary where temporary files go; null for the system's directory
 */
public record JudgeContext(
        ProductId product,
        ContractId contract,
        Capabilities capabilities,
        ReportingSchema schema,
        ColumnSet columns,
        @Nullable UsagePeriod period,
        @Nullable Currency currency,
        Policies policies,
        Items items,
        Subscriptions subscriptions,
        @Nullable ReportedRecords reported,
        List<ParameterRule> parameterRules,
        UploadLimits limits,
        @Nullable Path temporary) {

    public JudgeContext {
        parameterRules = List.copyOf(parameterRules);
    }

    /** What the host asks of the {@code v.} values of a row. */
    public interface ParameterRule {

        /** The parameters that it looks at, without {@code v.}. */
        Set<String> parameters();

        /** Says what is wrong with the row's values. */
        void check(ParameterView values, ParameterFindings findings);
    }

    /** The values of a row by parameter. */
    @FunctionalInterface
    public interface ParameterView {

        /** The value; null where it is blank, in error, or has no column. */
        @Nullable
        String value(String parameter);
    }

    /** Where a parameter rule says what is wrong. */
    @FunctionalInterface
    public interface ParameterFindings {

        /**
         * A value is not valid.
         *
         * @param parameter which; null for the row as a whole
         * @param detail why, in words
         */
        void invalid(@Nullable String parameter, String detail);
    }
}

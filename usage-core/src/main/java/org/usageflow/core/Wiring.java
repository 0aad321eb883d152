package org.usageflow.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.internal.judge.JudgeContext.ParameterRule;
import org.usageflow.model.ProductId;
import org.usageflow.policy.Policies;
import org.usageflow.problem.ProblemMessages;
import org.usageflow.schema.SchemaRegistry;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.reference.Catalog;
import org.usageflow.spi.reference.Items;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.spi.reference.Subscriptions;

/** What the services were given. */
record Wiring(
        List<UsageFormat> formats,
        SchemaRegistry schemas,
        Catalog catalog,
        Items items,
        Subscriptions subscriptions,
        @Nullable ReportedRecords reported,
        Map<ProductId, ParameterRule> parameters,
        Policies policies,
        UploadLimits limits,
        ProblemMessages messages,
        int problemLimit,
        @Nullable Path temporary) {}

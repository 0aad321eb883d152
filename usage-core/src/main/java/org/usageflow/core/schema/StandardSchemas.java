package org.usageflow.core.schema;

import java.util.List;
import java.util.Set;
import org.usageflow.model.SchemaCode;
import org.usageflow.schema.FileRule;
import org.usageflow.schema.KeyPart;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.schema.Visibility;
import org.usageflow.schema.Visibility.PriceOf;

/**
 * The schemas that the library brings.
 *
 * <p>Thread-safe. Source: rules §2, §3.1, §5, §6.4, §7.
 */
public final class StandardSchemas {

    private static final ReportingSchema QT = new StandardSchema(
            new SchemaCode("QT"),
            "Quantity",
            false,
            FileRule.NONE,
            Set.of(KeyPart.SUBSCRIPTION, KeyPart.ITEM),
            Visibility.NO_AMOUNTS);

    private static final ReportingSchema PR = new StandardSchema(
            new SchemaCode("PR"), "Price rated", false, FileRule.NONE, Set.of(), Visibility.of(PriceOf.CUSTOMER));

    private static final ReportingSchema CR = new StandardSchema(
            new SchemaCode("CR"), "Cost rated", false, FileRule.NONE, Set.of(), Visibility.of(PriceOf.CONTRACT_BUYER));

    private static final ReportingSchema TR = new StandardSchema(
            new SchemaCode("TR"),
            "Tiers rated",
            true,
            new TierGroups(),
            TierGroups.KEY,
            Visibility.of(PriceOf.TIER_OF_ROW));

    private StandardSchemas() {}

    /** Quantities alone; every party prices them from its own book. */
    public static ReportingSchema qt() {
        return QT;
    }

    /** The end customer's totals; priced up the chain. */
    public static ReportingSchema pr() {
        return PR;
    }

    /** The totals that the contract's buyer pays; priced down the chain. */
    public static ReportingSchema cr() {
        return CR;
    }

    /** A total for each tier, applied as it is. */
    public static ReportingSchema tr() {
        return TR;
    }

    /** All four, in the order QT, PR, CR, TR. */
    public static List<ReportingSchema> all() {
        return List.of(QT, PR, CR, TR);
    }
}

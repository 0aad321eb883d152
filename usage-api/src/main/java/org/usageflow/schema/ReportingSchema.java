package org.usageflow.schema;

import java.util.List;
import java.util.Set;
import org.usageflow.model.Capabilities;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.Policies;

/**
 * A way of reporting usage, as one strategy that carries all that differs. <b>Implementable</b>; contract: {@code ReportingSchemaContract} in the testkit.
 *
 * <p>The library brings QT, PR, CR and TR; a host adds its own by implementing this and registering it. Thread-safe and without state.
 *
 * <p>Source: rules §2, §3.1, §6.4, §7.
 */
public interface ReportingSchema {

    /** Its code, unique in a registry. */
    SchemaCode code();

    /** What it is called, for people, e.g. {@code Quantity}. */
    String name();

    /** The columns of its files for a product of those capabilities. */
    ColumnSet columns(Capabilities capabilities);

    /** What it asks of each row beyond the columns, in the order in which it is checked. */
    List<RecordRule> recordRules(Policies policies);

    /** What it asks of rows together. */
    FileRule fileRule();

    /** By what accepted records are grouped to be rated together. */
    Set<KeyPart> ratingKey();

    /** Who may see which reported amount. A schema with amounts has a currency. */
    Visibility visibility();
}

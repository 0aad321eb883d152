package org.usageflow.core.internal.processed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tab {@code general} says: the file's attributes, in the order of {@link #ATTRIBUTES}. Those that are not put are not written.
 *
 * <p>Source: rules §3.4.
 */
public final class GeneralSheet {

    public static final String REPORT_NAME = "report_name";
    public static final String REPORT_NOTE = "report_note";
    public static final String REPORT_ID = "report_id";
    public static final String STATUS = "status";
    public static final String REPORT_START_TIME_UTC = "report_start_time_utc";
    public static final String REPORT_END_TIME_UTC = "report_end_time_utc";
    public static final String VALID_RECORDS = "valid_records";
    public static final String INVALID_RECORDS = "invalid_records";
    public static final String USAGE_SCHEMA = "usage_schema";
    public static final String CURRENCY = "currency";
    public static final String PRODUCT_ID = "product_id";
    public static final String PRODUCT_NAME = "product_name";
    public static final String MARKETPLACE_ID = "marketplace_id";
    public static final String MARKETPLACE_NAME = "marketplace_name";
    public static final String HUB_ID = "hub_id";
    public static final String HUB_NAME = "hub_name";
    public static final String VENDOR_ACCOUNT_ID = "vendor_account_id";
    public static final String VENDOR_ACCOUNT_NAME = "vendor_account_name";
    public static final String PROVIDER_ACCOUNT_ID = "provider_account_id";
    public static final String PROVIDER_ACCOUNT_NAME = "provider_account_name";
    public static final String DISTRIBUTION_CONTRACT_ID = "distribution_contract_id";
    public static final String DISTRIBUTION_CONTRACT_NAME = "distribution_contract_name";

    /** Every attribute, in the order in which they are written. */
    public static final List<String> ATTRIBUTES = List.of(
            REPORT_NAME,
            REPORT_NOTE,
            REPORT_ID,
            STATUS,
            REPORT_START_TIME_UTC,
            REPORT_END_TIME_UTC,
            VALID_RECORDS,
            INVALID_RECORDS,
            USAGE_SCHEMA,
            CURRENCY,
            PRODUCT_ID,
            PRODUCT_NAME,
            MARKETPLACE_ID,
            MARKETPLACE_NAME,
            HUB_ID,
            HUB_NAME,
            VENDOR_ACCOUNT_ID,
            VENDOR_ACCOUNT_NAME,
            PROVIDER_ACCOUNT_ID,
            PROVIDER_ACCOUNT_NAME,
            DISTRIBUTION_CONTRACT_ID,
            DISTRIBUTION_CONTRACT_NAME);

    private final Map<String, String> values = new LinkedHashMap<>();

    /** A sheet without attributes. */
    public GeneralSheet() {}

    /**
     * Sets an attribute.
     *
     * @param value null for an attribute that is there without a value
     * @throws IllegalArgumentException if there is no such attribute
     */
    public GeneralSheet put(String attribute, @Nullable Object value) {
        if (!ATTRIBUTES.contains(attribute)) {
            throw new IllegalArgumentException("there is no attribute '" + attribute + "'");
        }
        values.put(attribute, value == null ? "" : value.toString());
        return this;
    }

    /** The value of an attribute; empty where it has none, null where it was not put. */
    @Nullable
    String valueOf(String attribute) {
        return values.get(attribute);
    }
}

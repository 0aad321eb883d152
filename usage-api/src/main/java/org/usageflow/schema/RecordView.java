package org.usageflow.schema;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.Item;
import org.usageflow.model.ItemPrecision;
import org.usageflow.model.ItemType;
import org.usageflow.model.Subscription;
import org.usageflow.model.UsageWindow;

/**
 * A row as a rule sees it: read, and with its item and subscription found. <b>Not for implementation</b> outside tests.
 *
 * <p>A view, valid during the call. A value that is blank or in error is null; a rule that names its inputs ({@link RecordRule#inputs()}) is not asked about rows in which one of
 * them is in error.
 */
public interface RecordView {

    /** The value of a TEXT, IDENTIFIER or CHOICE column, or of a {@code v.} column; null where it is blank, in error, or not in the file. */
    @Nullable
    String text(String column);

    /** The value of a DECIMAL or WHOLE column; null where it is blank, in error, or not in the file. */
    @Nullable
    BigDecimal decimal(String column);

    /** The value of a TIME column; null where it is blank, in error, or not in the file. */
    @Nullable
    Instant time(String column);

    /** The item found; null where none is, or the row describes a dynamic one. */
    @Nullable
    Item item();

    /** The type of the item, dynamic ones included; null where it is in error. */
    @Nullable
    ItemType itemType();

    /** The precision of the item, dynamic ones included; null where it is in error. */
    @Nullable
    ItemPrecision itemPrecision();

    /** The subscription found; null where none is. */
    @Nullable
    Subscription subscription();

    /** The window; null where one of its times is blank or in error. */
    @Nullable
    UsageWindow window();
}

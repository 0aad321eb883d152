package org.usageflow.jdbc.internal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.model.HubId;
import org.usageflow.model.ItemId;
import org.usageflow.model.SubscriptionId;
import org.usageflow.model.UsageFileId;

/**
 * Conditions on what the records {@code r} of one file refer to. Where few values meet them, their numbers are looked up first, so that an index finds the records; else each record is asked for its own.
 *
 * <p>There are no joins here, nor wherever else records are asked for by status: a planner that has not yet noticed that a million records moved expects one of them, and joins that in ways that take minutes.
 */
final class RecordRefer {

    private static final int FEW = 16;

    private final JdbcSession session;
    private final String vendor;
    private final long file;

    RecordRefer(JdbcSession session, UsageFileId file) {
        this.session = session;
        this.vendor = session.findVendor(file).orElse("");
        this.file = FileNumbers.of(file);
    }

    Clause toItem(ItemId item) {
        return to("item", "item_no", "item_id", item.value());
    }

    Clause toSubscription(SubscriptionId subscription) {
        return to("subscription", "sub_no", "subscription_id", subscription.value());
    }

    /** To a subscription that a hub bills. */
    Clause toHub(HubId hub) {
        return to("subscription", "sub_no", "hub", hub.value());
    }

    /** To a subscription that no hub bills, or to none; or where a hub is given, as {@link #toHub}. */
    Clause billedBy(@Nullable HubId hub) {
        return hub == null
                ? Clause.of("case when r.sub_no is null or " + own("subscription", "sub_no", "hub")
                        + " is null then true else false end")
                : toHub(hub);
    }

    private Clause to(String table, String number, String column, String value) {
        List<Integer> numbers = session.sql()
                .page(
                        "select " + number + " from {" + table + "} where vendor = ? and file_no = ? and " + column
                                + " = ? limit " + (FEW + 1),
                        Row::integer,
                        vendor,
                        file,
                        value);
        if (numbers.isEmpty()) {
            return Clause.of("1 = 0");
        }
        if (numbers.size() <= FEW) {
            return RecordLists.in(
                    "r." + number, "?", RecordLists.of(numbers, FEW).get(0));
        }
        return Clause.of("case " + own(table, number, column) + " when ? then true else false end", value);
    }

    private static String own(String table, String number, String column) {
        return "(select v." + column + " from {" + table
                + "} v where v.vendor = r.vendor and v.file_no = r.file_no and v." + number + " = r." + number + ")";
    }
}

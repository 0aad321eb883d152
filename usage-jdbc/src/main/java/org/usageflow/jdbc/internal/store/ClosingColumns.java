package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.model.Closing;

/** How a record or a part was closed, in six columns, all null until it is. */
final class ClosingColumns {

    /** Their names, in order. */
    static final List<String> NAMES =
            List.of("billing_id", "billing_note", "closed_at", "closed_role", "closed_account", "closed_user");

    private ClosingColumns() {}

    static List<@Nullable Object> values(@Nullable Closing closing) {
        if (closing == null) {
            return Collections.nCopies(NAMES.size(), null);
        }
        var values = new ArrayList<@Nullable Object>(NAMES.size());
        values.add(closing.billingId());
        values.add(Texts.any(closing.note()));
        values.add(closing.at());
        values.addAll(ActorColumns.values(closing.by()));
        return values;
    }

    static @Nullable Closing read(Row row) throws SQLException {
        String billingId = row.textOrNull();
        if (billingId == null) {
            row.skip(NAMES.size() - 1);
            return null;
        }
        String note = Texts.readAny(row.textOrNull());
        Instant at = row.time();
        return new Closing(billingId, note, at, ActorColumns.read(row));
    }
}

package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.Party;
import org.usageflow.model.UserId;

/** Who did something, in three columns: role, account, user. */
final class ActorColumns {

    private ActorColumns() {}

    static List<@Nullable Object> values(Actor actor) {
        return Arrays.asList(
                actor.role().name(),
                actor.account().value(),
                actor.user() == null ? null : actor.user().value());
    }

    static Actor read(Row row) throws SQLException {
        Party role = Party.valueOf(row.text());
        var account = new AccountId(row.text());
        String user = row.textOrNull();
        return new Actor(role, account, user == null ? null : new UserId(user));
    }
}

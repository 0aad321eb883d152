package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.HistoryStore;

/** What happened to files, as a transaction sees it and adds to it. */
final class SessionHistory implements HistoryStore {

    private final Session session;

    SessionHistory(Session session) {
        this.session = session;
    }

    @Override
    public long last(UsageFileId file) {
        FileState state = session.find(file);
        return state == null ? 0 : state.events().size();
    }

    @Override
    public void append(UsageEvent event) {
        Draft draft = session.draft(event.file());
        FileState state = draft.state();
        long next = state.events().size() + 1L;
        if (event.number() < next) {
            throw new StaleVersionException(
                    event.file().value(), event.version(), state.file().version());
        }
        if (event.number() > next) {
            throw new IllegalArgumentException(
                    "event " + event.number() + " of " + event.file() + " comes where " + next + " is due");
        }
        draft.become(state.with(state.events().plus(List.of(event))));
    }

    @Override
    public List<UsageEvent> list(UsageFileId file, long afterNumber, int limit) {
        FileState state = session.find(file);
        var found = new ArrayList<UsageEvent>();
        if (state != null) {
            long end = Math.min(state.events().size(), afterNumber + limit);
            for (long ordinal = afterNumber; ordinal < end; ordinal++) {
                found.add(state.events().get((int) ordinal));
            }
        }
        return found;
    }

    @Override
    public long delivered(UsageFileId file) {
        FileState state = session.find(file);
        return state == null ? 0 : state.delivered();
    }

    @Override
    public void markDelivered(UsageFileId file, long number) {
        Draft draft = session.draft(file);
        draft.become(draft.state().deliveredTo(number));
    }

    @Override
    public List<UsageFileId> undelivered(String afterId, int limit) {
        int own = session.drafts().size();
        var ids = new TreeSet<UsageFileId>(session.shelf().undelivered(afterId, Math.addExact(limit, own)));
        for (Draft draft : session.drafts()) {
            ids.remove(draft.id());
            if (draft.state().hasUndelivered() && draft.id().value().compareTo(afterId) > 0) {
                ids.add(draft.id());
            }
        }
        return ids.stream().limit(limit).toList();
    }
}

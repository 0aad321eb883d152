package org.usageflow.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.StoreSession;

/** Does units of work: a transaction each, and then its events. */
final class Desk {

    /** The library itself, acting by its own account. */
    static final Actor LIBRARY = new Actor(Party.SYSTEM, new AccountId("usageflow"), null);

    private final Keeping keeping;
    private final EventPost post;

    Desk(Keeping keeping, EventPost post) {
        this.keeping = keeping;
        this.post = post;
    }

    /** Does work in a transaction and, once it is committed, delivers what happened. The store may run the work again from its start: nothing outside of it may be changed by it that another run does not set right. */
    <T extends @Nullable Object> T unit(Function<Unit, T> work) {
        Set<UsageFileId> touched = new LinkedHashSet<>();
        T result = keeping.store().inTransaction(session -> {
            touched.clear();
            return work.apply(new Unit(session, touched));
        });
        if (keeping.store().commitsOnReturn()) {
            touched.forEach(post::deliver);
        }
        return result;
    }

    /** Reads in a transaction. */
    <T extends @Nullable Object> T read(Function<StoreSession, T> work) {
        return keeping.store().inTransaction(work::apply);
    }

    ReadScope scope(Actor actor) {
        return ReadScope.of(actor, keeping.visibilities());
    }

    /**
     * A file as the actor sees it.
     *
     * @throws NotFoundException if it does not exist or the actor does not see it, which cannot be told apart
     */
    UsageFile found(StoreSession session, UsageFileId id, Actor actor) {
        return orMissing(session.files().find(id, scope(actor)), "usage file", id.value());
    }

    /** Goes through all files of a query, page by page, whoever asks. */
    void forEachFile(StoreSession session, FileQuery query, Consumer<UsageFile> each) {
        ReadScope everything = scope(LIBRARY);
        List<UsageFile> page = session.files().list(query, everything);
        while (!page.isEmpty()) {
            page.forEach(each);
            UsageFile last = page.get(page.size() - 1);
            page = page.size() < query.limit()
                    ? List.of()
                    : session.files().list(query.after(query.sort().keyOf(last)), everything);
        }
    }

    static <T> T orMissing(Optional<T> found, String kind, String id) {
        return found.orElseThrow(() -> new NotFoundException("there is no " + kind + " " + id));
    }

    /** What a transaction has to work with. */
    final class Unit {
        private final StoreSession session;
        private final Set<UsageFileId> touched;

        private Unit(StoreSession session, Set<UsageFileId> touched) {
            this.session = session;
            this.touched = touched;
        }

        StoreSession session() {
            return session;
        }

        /** How the actor stands to a file that it sees, and whose version it has seen. */
        Standing standing(UsageFileId id, Actor actor, @Nullable Version expected) {
            UsageFile file = found(session, id, actor);
            if (expected != null && !expected.equals(file.version())) {
                throw new StaleVersionException(id.value(), expected, file.version());
            }
            return Standing.of(file, actor);
        }

        /** Keeps a changed file, and tells its history what happened. */
        UsageFile keep(UsageFile before, UsageFile after, EventAction action, Actor by, @Nullable String note) {
            session.files().update(after);
            tell(before, after, action, by, note, null);
            return after;
        }

        /** Tells the history of a file that is kept what happened to it. */
        void tell(
                @Nullable UsageFile before,
                UsageFile after,
                EventAction action,
                Actor by,
                @Nullable String note,
                @Nullable UsageRecordId record) {
            session.history()
                    .append(new UsageEvent(
                            after.id(),
                            session.history().last(after.id()) + 1,
                            keeping.clock().instant(),
                            action,
                            before == null ? null : before.status(),
                            after.status(),
                            by,
                            note,
                            record,
                            after.version()));
            touched.add(after.id());
        }
    }
}

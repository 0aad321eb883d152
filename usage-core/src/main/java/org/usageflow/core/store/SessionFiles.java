package org.usageflow.core.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.model.AccountId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.query.FileQuery;
import org.usageflow.query.PageKey;
import org.usageflow.query.TextOrder;
import org.usageflow.spi.store.FileStore;
import org.usageflow.spi.store.ReadScope;

/** The files as a transaction sees and changes them. */
final class SessionFiles implements FileStore {

    private static final Comparator<PageKey> BY_VALUE =
            Comparator.comparing(PageKey::value, TextOrder.BY_CODE_POINTS).thenComparing(PageKey::id);

    private final Session session;

    SessionFiles(Session session) {
        this.session = session;
    }

    @Override
    public Insertion insert(UsageFile file) {
        session.lockUniqueness();
        if (session.find(file.id()) != null) {
            return Insertion.ID_TAKEN;
        }
        Shelf.ExternalId externalId = Shelf.ExternalId.of(file);
        if (externalId != null && find(externalId).isPresent()) {
            return Insertion.EXTERNAL_ID_TAKEN;
        }
        session.insert(FileState.of(file));
        return Insertion.DONE;
    }

    @Override
    public void update(UsageFile changed) {
        Draft draft = session.findDraft(changed.id())
                .orElseThrow(() -> new NotFoundException("there is no usage file " + changed.id()));
        UsageFile kept = draft.state().file();
        Version expected = former(changed.id().value(), changed.version());
        if (!kept.version().equals(expected)) {
            throw new StaleVersionException(changed.id().value(), expected, kept.version());
        }
        draft.checkBase(session.shelf().find(changed.id()));
        draft.become(draft.state().with(changed));
    }

    /** The version that a changed aggregate came from. */
    static Version former(String subject, Version changed) {
        if (changed.equals(Version.FIRST)) {
            throw new IllegalArgumentException(subject + " was not changed: it is at its first version");
        }
        return new Version(changed.number() - 1);
    }

    @Override
    public Optional<UsageFile> find(UsageFileId id, ReadScope reader) {
        return Optional.ofNullable(session.find(id)).flatMap(state -> view(state, reader));
    }

    private static Optional<UsageFile> view(FileState state, ReadScope reader) {
        UsageFile file = state.file();
        if (reader.seesWhole(file)) {
            return Optional.of(file);
        }
        if (!reader.seesParts(file)) {
            return Optional.empty();
        }
        RecordCounts own = state.records().countsSeen(file, reader);
        return own.total() == 0 ? Optional.empty() : Optional.of(reader.masked(file, own));
    }

    @Override
    public Optional<UsageFile> findByExternalId(AccountId vendor, ProductId product, String externalId) {
        return find(new Shelf.ExternalId(vendor, product, externalId));
    }

    private Optional<UsageFile> find(Shelf.ExternalId externalId) {
        for (Draft draft : session.drafts()) {
            if (externalId.equals(Shelf.ExternalId.of(draft.state().file()))) {
                return Optional.of(draft.state().file());
            }
        }
        return Optional.ofNullable(session.shelf().findByExternalId(externalId))
                .map(session::find)
                .map(FileState::file);
    }

    @Override
    public List<UsageFile> list(FileQuery query, ReadScope reader) {
        Comparator<PageKey> order = query.descending() ? BY_VALUE.reversed() : BY_VALUE;
        PageKey after = query.after();
        return seen(query, reader)
                .map(file -> new Placed(query.sort().keyOf(file), file))
                .filter(each -> after == null || order.compare(each.key(), after) > 0)
                .sorted(Comparator.comparing(Placed::key, order))
                .limit(query.limit())
                .map(Placed::file)
                .toList();
    }

    private record Placed(PageKey key, UsageFile file) {}

    @Override
    public long count(FileQuery query, ReadScope reader) {
        return seen(query, reader).count();
    }

    private Stream<UsageFile> seen(FileQuery query, ReadScope reader) {
        return session.seen(session.shelf().all()).stream()
                .filter(state -> query.accepts(state.file()))
                .flatMap(state -> view(state, reader).stream());
    }
}

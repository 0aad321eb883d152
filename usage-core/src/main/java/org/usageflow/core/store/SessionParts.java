package org.usageflow.core.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.PartFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.PartStore;
import org.usageflow.spi.store.ReadScope;

/** The part files as a transaction sees and changes them. */
final class SessionParts implements PartStore {

    private final Session session;

    SessionParts(Session session) {
        this.session = session;
    }

    @Override
    public void insert(PartFile part) {
        Draft draft = session.draft(part.file());
        PartFile taken = draft.state().own().parts().get(part.id());
        if (taken != null) {
            throw new StaleVersionException(part.id().value(), part.version(), taken.version());
        }
        draft.become(draft.state().with(draft.state().own().with(part)));
    }

    @Override
    public void update(PartFile changed) {
        Draft draft = session.findDraft(changed.file()).orElseThrow(() -> missing(changed));
        PartFile kept = draft.state().own().parts().get(changed.id());
        if (kept == null) {
            throw missing(changed);
        }
        Version expected = SessionFiles.former(changed.id().value(), changed.version());
        if (!kept.version().equals(expected)) {
            throw new StaleVersionException(changed.id().value(), expected, kept.version());
        }
        draft.checkBase(session.shelf().find(changed.file()));
        draft.become(draft.state().with(draft.state().own().with(changed)));
    }

    private static NotFoundException missing(PartFile part) {
        return new NotFoundException("there is no part file " + part.id());
    }

    @Override
    public Optional<PartFile> find(PartFileId id, ReadScope reader) {
        return seen(id.file(), reader).map(own -> own.parts().get(id));
    }

    @Override
    public List<PartFile> list(UsageFileId file, ReadScope reader) {
        return seen(file, reader).map(BuyersOwn::allParts).orElse(List.of());
    }

    @Override
    public List<PartFile> unsettled(@Nullable PartFileId after, int limit) {
        return session.seen(session.shelf().all()).stream()
                .flatMap(state -> state.own().allParts().stream())
                .filter(each -> each.status() == PartFileStatus.DRAFT)
                .filter(each -> after == null || each.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(PartFile::id))
                .limit(limit)
                .toList();
    }

    private Optional<BuyersOwn> seen(UsageFileId file, ReadScope reader) {
        return Optional.ofNullable(session.find(file))
                .filter(state -> reader.seesBuyersOwn(state.file()))
                .map(FileState::own);
    }
}

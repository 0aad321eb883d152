package org.usageflow.core.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.lifecycle.ReconciliationStatus;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.model.ReconciliationFileId;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.Version;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.spi.store.ReconciliationStore;

/** The reconciliation files as a transaction sees and changes them. */
final class SessionReconciliations implements ReconciliationStore {

    private final Session session;

    SessionReconciliations(Session session) {
        this.session = session;
    }

    @Override
    public void insert(ReconciliationFile file) {
        Draft draft = session.draft(file.file());
        ReconciliationFile taken = draft.state().own().reconciliations().get(file.id());
        if (taken != null) {
            throw new StaleVersionException(file.id().value(), file.version(), taken.version());
        }
        draft.become(draft.state().with(draft.state().own().with(file)));
    }

    @Override
    public void update(ReconciliationFile changed) {
        Draft draft = existing(changed.id());
        ReconciliationFile kept = draft.state().own().reconciliations().get(changed.id());
        if (kept == null) {
            throw missing(changed.id());
        }
        Version expected = SessionFiles.former(changed.id().value(), changed.version());
        if (!kept.version().equals(expected)) {
            throw new StaleVersionException(changed.id().value(), expected, kept.version());
        }
        draft.checkBase(session.shelf().find(changed.file()));
        draft.become(draft.state().with(draft.state().own().with(changed)));
    }

    private Draft existing(ReconciliationFileId id) {
        return session.findDraft(id.file())
                .filter(draft -> draft.state().own().reconciliations().containsKey(id))
                .orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(ReconciliationFileId id) {
        return new NotFoundException("there is no reconciliation file " + id);
    }

    @Override
    public Optional<ReconciliationFile> find(ReconciliationFileId id, ReadScope reader) {
        return seen(id.file(), reader).map(own -> own.reconciliations().get(id));
    }

    @Override
    public List<ReconciliationFile> list(UsageFileId file, ReadScope reader) {
        return seen(file, reader).map(BuyersOwn::allReconciliations).orElse(List.of());
    }

    @Override
    public List<ReconciliationFile> unsettled(@Nullable ReconciliationFileId after, int limit) {
        return session.seen(session.shelf().all()).stream()
                .flatMap(state -> state.own().allReconciliations().stream())
                .filter(each -> each.status() == ReconciliationStatus.PROCESSING)
                .filter(each -> after == null || each.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(ReconciliationFile::id))
                .limit(limit)
                .toList();
    }

    @Override
    public void eraseValues(ReconciliationFileId file) {
        Draft draft = existing(file);
        draft.become(draft.state().with(draft.state().own().withoutValues(file)));
    }

    private Optional<BuyersOwn> seen(UsageFileId file, ReadScope reader) {
        return Optional.ofNullable(session.find(file))
                .filter(state -> reader.seesBuyersOwn(state.file()))
                .map(FileState::own);
    }

    @Override
    public void appendProblems(ReconciliationFileId file, List<PlacedProblem> problems) {
        Draft draft = existing(file);
        draft.become(draft.state().with(draft.state().own().with(file, problems)));
    }

    @Override
    public List<PlacedProblem> problems(ReconciliationFileId file, @Nullable ProblemKey after, int limit) {
        FileState state = session.find(file.file());
        return state == null ? List.of() : state.own().problemsOf(file).behind(after, limit);
    }
}

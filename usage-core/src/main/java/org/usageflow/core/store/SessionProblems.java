package org.usageflow.core.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ProblemStore;

/** The problems as a transaction sees and changes them. */
final class SessionProblems implements ProblemStore {

    private static final ProblemKey BEFORE_ROWS =
            new ProblemKey(ProblemKey.RECORDS, Long.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

    private final Session session;

    SessionProblems(Session session) {
        this.session = session;
    }

    @Override
    public void append(UsageFileId file, List<PlacedProblem> problems) {
        Draft draft = session.draft(file);
        FileState state = draft.state();
        draft.become(state.with(state.problems().plus(problems)));
    }

    @Override
    public List<PlacedProblem> list(UsageFileId file, @Nullable ProblemKey after, int limit) {
        FileState state = session.find(file);
        return state == null ? List.of() : state.problems().behind(after, limit);
    }

    @Override
    public List<PlacedProblem> listRows(UsageFileId file, @Nullable ProblemKey after, int limit) {
        boolean begins = after == null || after.compareTo(BEFORE_ROWS) < 0;
        return list(file, begins ? BEFORE_ROWS : after, limit);
    }

    @Override
    public Map<ProblemCode, Long> counts(UsageFileId file) {
        FileState state = session.find(file);
        return state == null ? Map.of() : state.problems().counts();
    }

    @Override
    public void eraseValues(UsageFileId file, long position) {
        Draft draft = session.draft(file);
        FileState state = draft.state();
        draft.become(state.with(
                state.problems().withoutValues(key -> key.rank() == ProblemKey.RECORDS && key.position() == position)));
    }

    @Override
    public void clear(UsageFileId file) {
        Draft draft = session.draft(file);
        if (!draft.state().problems().isEmpty()) {
            draft.become(draft.state().with(ProblemTable.empty()));
        }
    }
}

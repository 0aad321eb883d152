package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.UsageFileId;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ProblemStore;

/** The problems of the uploads of a transaction. */
final class JdbcProblems implements ProblemStore {

    private static final ProblemKey BEFORE_ROWS =
            new ProblemKey(ProblemKey.RECORDS, Long.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

    private final JdbcSession session;

    JdbcProblems(JdbcSession session) {
        this.session = session;
    }

    private Optional<ProblemRows> find(UsageFileId file) {
        return session.findVendor(file).map(vendor -> new ProblemRows(session, vendor, FileNumbers.of(file), 0));
    }

    private ProblemRows rows(UsageFileId file) {
        return new ProblemRows(session, session.vendor(file), FileNumbers.of(file), 0);
    }

    @Override
    public void append(UsageFileId file, List<PlacedProblem> problems) {
        rows(file).append(problems);
    }

    @Override
    public List<PlacedProblem> list(UsageFileId file, @Nullable ProblemKey after, int limit) {
        return find(file)
                .map(rows -> after == null ? rows.first(limit) : rows.list(after, limit))
                .orElse(List.of());
    }

    @Override
    public List<PlacedProblem> listRows(UsageFileId file, @Nullable ProblemKey after, int limit) {
        boolean begins = after == null || after.compareTo(BEFORE_ROWS) < 0;
        return list(file, begins ? BEFORE_ROWS : after, limit);
    }

    @Override
    public Map<ProblemCode, Long> counts(UsageFileId file) {
        return find(file).map(ProblemRows::counts).orElse(Map.of());
    }

    @Override
    public void eraseValues(UsageFileId file, long position) {
        rows(file).eraseValues(position);
    }

    @Override
    public void clear(UsageFileId file) {
        rows(file).clear();
    }
}

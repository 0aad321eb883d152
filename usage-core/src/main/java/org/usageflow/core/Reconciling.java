package org.usageflow.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.core.ReconciliationBatch.Outcome;
import org.usageflow.core.internal.judge.ProblemCollector;
import org.usageflow.core.internal.reconcile.NamedRecords;
import org.usageflow.core.internal.reconcile.ReconciliationRow;
import org.usageflow.core.internal.reconcile.ReconciliationTable;
import org.usageflow.model.ReconciliationCounts;
import org.usageflow.model.ReconciliationFile;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.PlacedProblem;

/**
 * Goes through one reconciliation file: first to see that all of it can be read, then row by row, in batches of a transaction each. Used once.
 *
 * <p>Memory is that of a batch, of the problems that are listed, and of a bit for each record of the usage file.
 *
 * <p>Source: rules §3.7.
 */
final class Reconciling implements ProblemCollector.Listener {

    private static final int BATCH = 1_000;

    private final Wiring wiring;
    private final Keeping keeping;
    private final Desk desk;
    private final ReconciliationFile file;
    private final Leases.Tenure tenure;
    private final ProblemCollector problems;
    private final List<PlacedProblem> unkept = new ArrayList<>();
    private final List<ReconciliationRow> batch = new ArrayList<>(BATCH);
    private long closed;
    private long unchanged;
    private long rows;

    Reconciling(Wiring wiring, Keeping keeping, Desk desk, ReconciliationFile file, Leases.Tenure tenure) {
        this.wiring = wiring;
        this.keeping = keeping;
        this.desk = desk;
        this.file = file;
        this.tenure = tenure;
        this.problems = new ProblemCollector(wiring.problemLimit(), this);
    }

    ProblemCollector problems() {
        return problems;
    }

    ReconciliationCounts counts() {
        return new ReconciliationCounts(closed, unchanged, rows - closed - unchanged);
    }

    /** Goes through the file; false where its shape is at fault, and nothing was done. */
    boolean run() throws IOException {
        try (UploadSource kept = keeping.content().open(file.file(), file.sha256());
                UploadSource source = kept.watched(tenure::beat);
                var named = new NamedRecords(wiring.temporary())) {
            read(source, table -> row -> {});
            boolean readable = problems.fileErrors() == 0;
            if (readable) {
                apply(source, named);
            }
            keepProblems();
            return readable;
        }
    }

    private void apply(UploadSource source, NamedRecords named) throws IOException {
        var tables = new ArrayList<ReconciliationTable>(1);
        read(source, table -> {
            tables.add(table);
            return row -> take(table, row, named);
        });
        for (ReconciliationTable table : tables) {
            flush(table, named);
            named.report(table);
        }
        if (rows == 0) {
            problems.addFileProblem(Problem.of(ProblemCode.FILE_NO_RECORDS, Place.FILE, null, Map.of()));
        }
    }

    private void take(ReconciliationTable table, SourceRow source, NamedRecords named) {
        rows++;
        ReconciliationRow row = table.read(source);
        if (row != null) {
            batch.add(row);
        }
        if (batch.size() == BATCH) {
            flush(table, named);
        }
    }

    private void flush(ReconciliationTable table, NamedRecords named) {
        tenure.beat();
        if (!batch.isEmpty()) {
            List<Outcome> outcomes = Insisting.on(() -> desk.unit(unit ->
                    new ReconciliationBatch(desk, unit, file, keeping.clock().instant()).close(batch, named)));
            for (int i = 0; i < outcomes.size(); i++) {
                count(table, batch.get(i), outcomes.get(i), named);
            }
            batch.clear();
        }
        keepProblems();
    }

    private void count(ReconciliationTable table, ReconciliationRow row, Outcome outcome, NamedRecords named) {
        switch (outcome.kind()) {
            case CLOSED -> {
                closed++;
                named.first(outcome.record(), row);
            }
            case UNCHANGED -> {
                unchanged++;
                named.first(outcome.record(), row);
            }
            case AGAIN -> named.again(outcome.record(), row);
            case UNKNOWN -> table.refuse(row, ProblemCode.RECONCILIATION_UNKNOWN_RECORD, Map.of());
            case NOT_ACCEPTED -> table.refuse(row, ProblemCode.RECONCILIATION_NOT_ACCEPTED, Map.of());
            case OTHER_BILLING_ID -> table.refuseBillingId(row);
        }
    }

    @Override
    public void onProblem(PlacedProblem problem) {
        unkept.add(problem);
        if (unkept.size() >= BATCH) {
            keepProblems();
        }
    }

    private void keepProblems() {
        if (unkept.isEmpty()) {
            return;
        }
        var found = List.copyOf(unkept);
        Insisting.on(() -> desk.unit(unit -> {
            unit.session().reconciliations().appendProblems(file.id(), found);
            return found;
        }));
        unkept.clear();
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface RowWork {
        void take(SourceRow row);
    }

    /** What is done with the table. */
    @FunctionalInterface
    private interface TableWork {
        RowWork begin(ReconciliationTable table);
    }

    private void read(UploadSource source, TableWork work) throws IOException {
        new Judging(wiring).read(source, TableName.RECORDS, ReconciliationTable.KNOWN, new Sink(work));
    }

    private final class Sink implements RowSink {
        private final TableWork work;
        private @Nullable RowWork rowWork;

        Sink(TableWork work) {
            this.work = work;
        }

        @Override
        public boolean table(SourceTable table) {
            var read = new ReconciliationTable(table, wiring.limits().columns(), problems);
            rowWork = problems.fileErrors() == 0 ? work.begin(read) : null;
            return rowWork != null;
        }

        @Override
        public boolean row(SourceRow row) {
            if (rowWork != null && !row.isBlank()) {
                rowWork.take(row);
            }
            return rowWork != null;
        }

        @Override
        public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
            problems.addFileProblem(Problem.of(code, place, value, arguments));
        }
    }
}

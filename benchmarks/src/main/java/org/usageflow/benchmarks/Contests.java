package org.usageflow.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.PageKey;
import org.usageflow.query.RecordQuery;
import org.usageflow.query.RecordSort;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.testkit.store.StoreFixtures;

/** What is measured of a store: append, export, pages, and changes of status, the library's ways beside those of the site. */
final class Contests {

    private static final int PAGE = 1_000;
    private static final int PAGES = 20;

    private final Site site;
    private final Sample sample;
    private final int rows;
    private final UsageFile file = Sample.file();

    /**
     * Makes the contests.
     *
     * @param site where
     * @param rows how many records, at least a page of them
     */
    Contests(Site site, Sample sample, int rows) {
        this.site = site;
        this.sample = sample;
        this.rows = rows;
    }

    List<Contest> all() {
        return List.of(append(), export(), pages(), claim(), move(), close());
    }

    private Contest contest(
            String what,
            List<Contestant> floors,
            List<Contestant> others,
            @Nullable String goal,
            Contestant... products) {
        BigDecimal highest = goal == null || floors.isEmpty() ? null : new BigDecimal(goal);
        return new Contest(site.name(), what, rows, floors, others, List.of(products), highest);
    }

    private Contest append() {
        String goal = site instanceof PostgresSite ? "2.00" : "1.10";
        return contest(
                "append",
                site.appendFloors(),
                List.of(),
                goal,
                new Contestant("append, 1,000 records a time", site::empty, watch -> {
                    site.touch();
                    return site.store().inTransaction(session -> append(session, watch));
                }));
    }

    /** Appends all records, of which the next ones are made while the watch stands. */
    private long append(StoreSession session, Watch watch) {
        for (int first = 0; first < rows; first += Sample.BATCH) {
            watch.stand();
            List<UsageRecord> records =
                    sample.records(first, Math.min(rows, first + Sample.BATCH), RecordStatus.VALIDATED);
            watch.go();
            session.records().append(file.id(), records);
        }
        return rows;
    }

    private Contest export() {
        return contest(
                "export",
                site.exportFloors(),
                site.exportOthers(),
                "1.50",
                new Contestant(
                        "slices of 1,000 in a transaction",
                        () -> site.load(RecordStatus.VALIDATED),
                        watch -> site.store().inTransaction(Contests::slices)),
                new Contestant(
                        "pages of 1,000 for the buyer, a transaction each",
                        () -> site.load(RecordStatus.VALIDATED),
                        watch -> pagesOfBuyer()));
    }

    private static long slices(StoreSession session) {
        UsageFileId id = Sample.file().id();
        long read = 0;
        List<UsageRecord> slice = session.records().slice(id, -1, PAGE);
        while (!slice.isEmpty()) {
            read += slice.size();
            slice = session.records().slice(id, last(slice).position(), PAGE);
        }
        return read;
    }

    private long pagesOfBuyer() {
        long read = 0;
        List<UsageRecord> page = page(null);
        while (!page.isEmpty()) {
            read += page.size();
            page = page(RecordSort.POSITION.keyOf(last(page)));
        }
        return read;
    }

    private static UsageRecord last(List<UsageRecord> records) {
        return records.get(records.size() - 1);
    }

    private List<UsageRecord> page(@Nullable PageKey after) {
        RecordQuery query = RecordQuery.of(file.id()).limit(PAGE).after(after);
        return site.store().inTransaction(session -> session.records().list(query, StoreFixtures.BUYER));
    }

    private Contest pages() {
        PageKey beforeLast = rows == PAGE
                ? null
                : RecordSort.POSITION.keyOf(sample.records(rows - PAGE - 1, rows - PAGE, RecordStatus.VALIDATED)
                        .get(0));
        return contest(
                "a page, 20 times",
                List.of(paging("the first 1,000 for the buyer", null)),
                List.of(),
                "1.20",
                paging("the last 1,000 for the buyer", beforeLast));
    }

    private Contestant paging(String name, @Nullable PageKey after) {
        return new Contestant(name, () -> site.load(RecordStatus.VALIDATED), watch -> {
            long read = 0;
            for (int i = 0; i < PAGES; i++) {
                read += page(after).size();
            }
            return read == (long) PAGES * PAGE ? rows : read;
        });
    }

    private Contest claim() {
        return contest(
                "claim of ids",
                site.claimFloors(),
                List.of(),
                null,
                change("claimKeys", RecordStatus.VALIDATED, session -> {
                    session.records().claimKeys(file, taken -> {
                        throw new IllegalStateException(taken.id() + " was claimed before");
                    });
                    return session.records()
                                            .findLive(
                                                    file.product(),
                                                    file.contract(),
                                                    Set.of(Sample.key(0), Sample.key(rows - 1)))
                                            .size()
                                    == 2
                            ? (long) rows
                            : 0L;
                }));
    }

    private Contest move() {
        return contest(
                "move to another status",
                site.moveFloors(),
                List.of(),
                "1.30",
                change(
                        "move",
                        RecordStatus.VALIDATED,
                        session -> session.records().move(file.id(), RecordStatus.VALIDATED, RecordStatus.PENDING)));
    }

    private Contest close() {
        return contest(
                "close",
                site.closeFloors(),
                List.of(),
                "1.30",
                change(
                        "close",
                        RecordStatus.ACCEPTED,
                        session -> session.records().close(file.id(), StoreFixtures.CLOSING)));
    }

    private Contestant change(String name, RecordStatus before, Function<StoreSession, Long> change) {
        return new Contestant(name, () -> site.load(before), watch -> {
            site.touch();
            return site.store().inTransaction(change::apply);
        });
    }
}

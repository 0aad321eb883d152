package org.usageflow.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.store.StoreSession;
import org.usageflow.spi.store.StoreWork;
import org.usageflow.spi.store.UsageStore;

/** What all rules of the contract share: the store of the test, and ways to put something in and look at it, each in a transaction. */
abstract class StoreRules {

    static final UsageFileId F1 = StoreFixtures.fileId(1);
    static final UsageFileId F2 = StoreFixtures.fileId(2);

    private @Nullable UsageStore opened;

    protected abstract UsageStore store();

    @BeforeEach
    final void openStore() {
        opened = store();
    }

    final UsageStore opened() {
        UsageStore now = opened;
        if (now == null) {
            throw new IllegalStateException("the store is opened before each test");
        }
        return now;
    }

    final <T extends @Nullable Object> T ask(StoreWork<T> work) {
        return opened().inTransaction(work);
    }

    final long askCount(ToLongFunction<StoreSession> question) {
        return ask(question::applyAsLong);
    }

    final <T> List<T> askList(Function<StoreSession, List<T>> question) {
        return ask(question::apply);
    }

    final <T> Set<T> askSet(Function<StoreSession, Set<T>> question) {
        return ask(question::apply);
    }

    final <K, V> Map<K, V> askMap(Function<StoreSession, Map<K, V>> question) {
        return ask(question::apply);
    }

    final <T> Optional<T> askFor(Function<StoreSession, Optional<T>> question) {
        return ask(question::apply);
    }

    final void change(Consumer<StoreSession> work) {
        ask(session -> {
            work.accept(session);
            return true;
        });
    }

    /** Keeps a new file with these records. */
    final UsageFile given(UsageFile file, UsageRecord... records) {
        return given(file, List.of(records));
    }

    final UsageFile given(GivenFile file, UsageRecord... records) {
        return given(file.build(), List.of(records));
    }

    final UsageFile given(GivenFile file, List<UsageRecord> records) {
        return given(file.build(), records);
    }

    final UsageFile given(UsageFile file, List<UsageRecord> records) {
        change(session -> {
            session.files().insert(file);
            session.records().append(file.id(), records);
        });
        return file;
    }

    /** The next version of a file as it is kept. */
    static UsageFile next(StoreSession session, UsageFileId id) {
        return session.files()
                .find(id, StoreFixtures.SYSTEM)
                .orElseThrow()
                .change()
                .build();
    }

    /** Changes records of a file as a command does: with the file. */
    final void changeRecords(UsageFileId file, Consumer<StoreSession> work) {
        change(session -> {
            session.files().update(next(session, file));
            work.accept(session);
        });
    }

    final Optional<UsageFile> file(UsageFileId id) {
        return ask(session -> session.files().find(id, StoreFixtures.SYSTEM));
    }

    final Optional<UsageRecord> record(UsageRecordId id) {
        return ask(session -> session.records().find(id, StoreFixtures.SYSTEM));
    }

    /** The first 10,000 records of a file that are in force, in order. */
    final List<UsageRecord> all(UsageFileId file) {
        return ask(session -> session.records().slice(file, -1, 10_000));
    }

    final List<RecordStatus> statuses(UsageFileId file) {
        return all(file).stream().map(UsageRecord::status).toList();
    }

    static List<Integer> numbers(List<UsageRecord> records) {
        var numbers = new ArrayList<Integer>();
        for (UsageRecord each : records) {
            numbers.add(number(each));
        }
        return numbers;
    }

    static int number(UsageRecord record) {
        String digits = record.id().value().replace("-", "");
        return Integer.parseInt(digits.substring(digits.length() - 8));
    }
}

package org.usageflow.jdbc.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;

/** Keeps single records and batches of them. */
final class RecordChanges {

    private static final String OF_FILE = "where vendor = ? and file_no = ? and ";
    private static final String UPDATE = "update {record} set " + String.join(" = ?, ", RecordColumns.CONTENT) + " = ? "
            + OF_FILE + "position = ? and number = ? and version = ?";

    private final JdbcSession session;

    /** Where a record is kept, and in which version. */
    private record Place(long position, int number, Version version) {}

    RecordChanges(JdbcSession session) {
        this.session = session;
    }

    private static void checkFile(UsageFileId file, List<UsageRecord> records) {
        for (UsageRecord each : records) {
            // The digits are the same; making the id of the file for each record would cost as much as writing it
            if (!each.id()
                    .value()
                    .regionMatches(2, file.value(), 2, file.value().length() - 2)) {
                throw new IllegalArgumentException(each.id() + " is no record of " + file);
            }
        }
    }

    void append(UsageFileId file, List<UsageRecord> records) {
        checkFile(file, records);
        RecordFileReferences references = session.references().of(file);
        if (records.isEmpty()) {
            return;
        }
        long last = references.lastPosition();
        for (UsageRecord each : records) {
            if (each.position() <= last) {
                throw new IllegalArgumentException(
                        each.id() + " at position " + each.position() + " comes behind position " + last);
            }
            last = each.position();
        }
        try {
            insert(references, records);
        } catch (StoreException e) {
            throw overtaken(file, references, e);
        }
        references.appendedTo(last);
    }

    /** A position, a number or a reference that was free when this transaction looked is taken when another one has changed the file since, which is then one version on at the least. */
    private RuntimeException overtaken(UsageFileId file, RecordFileReferences references, StoreException failure) {
        if (failure.getCause() instanceof SQLException cause
                && session.dialect().isKeyTaken(cause)) {
            var stale = new StaleVersionException(
                    file.value(), references.seen(), references.seen().next());
            stale.addSuppressed(failure);
            return stale;
        }
        return failure;
    }

    private void insert(RecordFileReferences references, List<UsageRecord> records) {
        session.dialect()
                .bulk()
                .insert(
                        session.sql(),
                        "record",
                        RecordColumns.ALL,
                        references.numbered(records),
                        new RecordEncoder(references.vendor(), references.file()));
    }

    void replace(UsageFileId file, List<UsageRecord> records) {
        checkFile(file, records);
        RecordFileReferences references = session.references().of(file);
        Map<Integer, UsageRecord> byNumber = new LinkedHashMap<>();
        records.forEach(each -> byNumber.put(each.id().number(), each));
        List<UsageRecord> replaced = List.copyOf(byNumber.values());
        List<Long> positions = replaced.stream().map(UsageRecord::position).toList();
        Map<Integer, Place> kept = places(references, positions);
        for (UsageRecord each : replaced) {
            Place place = kept.get(each.id().number());
            if (place == null || place.position() != each.position()) {
                throw new IllegalArgumentException(each.id() + " is not kept at position " + each.position());
            }
        }
        if (!replaced.isEmpty()) {
            changeAt(references.vendor(), references.file(), Clause.of("delete from {record}"), positions, "");
            insert(references, replaced);
        }
    }

    private Map<Integer, Place> places(RecordFileReferences references, Collection<Long> positions) {
        Map<Integer, Place> places = new HashMap<>();
        for (List<Long> some : RecordLists.of(positions, session.dialect().listed())) {
            Clause question = Clause.of(
                            "select position, number, version from {record} " + OF_FILE,
                            references.vendor(),
                            references.file())
                    .add(RecordLists.in("position", "?", some));
            for (Place each : session.sql()
                    .list(
                            question.text(),
                            row -> new Place(row.number(), row.integer(), new Version(row.number())),
                            question.parameters())) {
                places.put(each.number(), each);
            }
        }
        return places;
    }

    /**
     * Changes the records at positions.
     *
     * @param begin the statement up to {@code where}
     * @param condition what else must hold, from {@code and} on; may be empty
     */
    void changeAt(String vendor, long file, Clause begin, Collection<Long> positions, String condition) {
        List<List<Long>> lists = RecordLists.of(positions, session.dialect().listed());
        Map<String, List<List<@Nullable Object>>> byText = new LinkedHashMap<>();
        for (List<Long> some : lists) {
            Clause statement = Clause.of("")
                    .add(begin)
                    .add(OF_FILE, vendor, file)
                    .add(RecordLists.in("position", "?", some))
                    .add(condition);
            byText.computeIfAbsent(statement.text(), any -> new ArrayList<>())
                    .add(Arrays.asList(statement.parameters()));
        }
        byText.forEach(session.sql()::batch);
    }

    void update(UsageRecord changed) {
        String subject = changed.id().value();
        Version former = Versions.former(subject, changed.version());
        String vendor = session.findVendor(changed.file()).orElseThrow(() -> missing(changed.id()));
        RecordFileReferences references = session.references().of(changed.file());
        int updated = session.sql()
                .update(
                        UPDATE,
                        RecordValues.of(
                                references.numbered(List.of(changed)).get(0),
                                vendor,
                                references.file(),
                                changed.position(),
                                changed.id().number(),
                                former.number()));
        if (updated == 0) {
            Place kept = place(references, changed.id());
            if (!kept.version().equals(former)) {
                throw new StaleVersionException(subject, former, kept.version());
            }
            throw new IllegalArgumentException(subject + " is not kept at position " + changed.position());
        }
    }

    private Place place(RecordFileReferences references, UsageRecordId id) {
        return session.sql()
                .first(
                        "select position, number, version from {record} " + OF_FILE + "number = ?",
                        row -> new Place(row.number(), row.integer(), new Version(row.number())),
                        references.vendor(),
                        references.file(),
                        id.number())
                .orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(UsageRecordId id) {
        return new NotFoundException("there is no usage record " + id);
    }

    /** As an update, and removes what no record of the file refers to any more. */
    void erase(UsageRecord changed) {
        update(changed);
        String vendor = session.vendor(changed.file());
        long file = FileNumbers.of(changed.file());
        for (String kind : List.of("subscription", "chain", "item")) {
            String number = kind.equals("item") ? "item_no" : "sub_no";
            session.sql()
                    .update(
                            "delete from {" + kind + "} where vendor = ? and file_no = ? and " + number
                                    + " not in (select r." + number
                                    + " from {record} r where r.vendor = ? and r.file_no = ? and r." + number
                                    + " is not null)",
                            vendor,
                            file,
                            vendor,
                            file);
        }
        session.references().forget(changed.file());
    }
}

package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.UsageFileId;

/** The dynamic items of one file's records in force that are not registered yet. */
final class RecordItems {

    private static final int LISTED = 256;
    private static final String UNREGISTERED =
            "vendor = ? and file_no = ? and successor_file is null and item_no is null and status in ('VALIDATED', 'PENDING', 'ACCEPTED')";

    private final JdbcSession session;
    private final UsageFileId file;

    RecordItems(JdbcSession session, UsageFileId file) {
        this.session = session;
        this.file = file;
    }

    List<DynamicItem> after(String mpn, int limit) {
        String vendor = session.findVendor(file).orElse("");
        long number = FileNumbers.of(file);
        String ordered = session.dialect().byCodePoints("dynamic_mpn");
        String behind = ordered + " > " + session.dialect().byCodePoints("?");
        List<Long> first = session.sql()
                .list(
                        "select min(position), dynamic_mpn from {record} where " + UNREGISTERED
                                + " and dynamic_mpn is not null and " + behind + " group by dynamic_mpn order by "
                                + ordered + " limit ?",
                        row -> row.number(),
                        vendor,
                        number,
                        mpn,
                        limit);
        Map<Long, DynamicItem> items = new HashMap<>();
        for (List<Long> some : RecordLists.of(first, session.dialect().listed())) {
            Clause question = Clause.of(
                            "select position, dynamic_mpn, dynamic_name, dynamic_unit, dynamic_precision from {record} where vendor = ? and file_no = ? and",
                            vendor,
                            number)
                    .add(RecordLists.in("position", "?", some));
            session.sql()
                    .list(
                            question.text(),
                            row -> items.put(row.number(), Objects.requireNonNull(RecordDecoder.dynamicItem(row))),
                            question.parameters());
        }
        var ofFirst = new ArrayList<DynamicItem>(first.size());
        first.forEach(position -> ofFirst.add(Objects.requireNonNull(items.get(position))));
        return ofFirst;
    }

    void assign(Map<String, Item> byMpn) {
        RecordFileReferences references = session.references().of(file);
        for (List<String> some : RecordLists.of(byMpn.keySet(), LISTED)) {
            Clause statement = Clause.of("update {record} set version = version + 1, item_no = case dynamic_mpn");
            for (String mpn : some) {
                Item item = Objects.requireNonNull(byMpn.get(mpn));
                statement.add("when ? then ?", mpn, references.written(item));
            }
            statement
                    .add("else item_no end where " + UNREGISTERED + " and", references.vendor(), references.file())
                    .add(RecordLists.in("dynamic_mpn", "?", some));
            session.sql().update(statement.text(), statement.parameters());
        }
    }
}

package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.function.Consumer;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;

/** The vendors' ids that files hold as live. */
final class RecordClaims {

    private static final int BATCH = 1_000;
    private static final String CANDIDATES =
            "r.vendor = ? and r.file_no = ? and r.status = 'VALIDATED' and r.successor_file is null and r.record_key is not null";

    private static final String TAKEN =
            " and (select l.file_no from {live_key} l where l.vendor = r.vendor and l.scope_no = ? and l.record_key = r.record_key) <> r.file_no";

    private final JdbcSession session;

    RecordClaims(JdbcSession session) {
        this.session = session;
    }

    void claim(UsageFile file, Consumer<UsageRecord> taken) {
        String vendor = session.vendor(file.id());
        long number = FileNumbers.of(file.id());
        long scope = session.sql()
                .count(
                        "select scope_no from {scope} where vendor = ? and product = ? and contract = ?",
                        vendor,
                        file.product().value(),
                        file.contract().value());
        long claimed = session.dialect().claimKeys(session.sql(), vendor, scope, number);
        long wanted = session.sql().count("select count(*) from {record} r where " + CANDIDATES, vendor, number);
        if (claimed < wanted) {
            tell(vendor, scope, number, taken);
        }
    }

    /** Hands over those whose id another file holds. */
    private void tell(String vendor, long scope, long file, Consumer<UsageRecord> taken) {
        long position = Long.MIN_VALUE;
        List<RecordRow> rows;
        do {
            rows = session.sql()
                    .page(
                            "select " + RecordColumns.selected() + " from {record} r where " + CANDIDATES + TAKEN
                                    + " and r.position > ? order by r.vendor, r.file_no, r.position limit ?",
                            new RecordDecoder(),
                            vendor,
                            file,
                            scope,
                            position,
                            BATCH);
            session.references().records(rows).forEach(taken);
            if (!rows.isEmpty()) {
                position = rows.get(rows.size() - 1).position();
            }
        } while (rows.size() == BATCH);
    }

    void release(UsageFileId file) {
        session.findVendor(file)
                .ifPresent(vendor -> session.sql()
                        .update(
                                "delete from {live_key} where vendor = ? and file_no = ?",
                                vendor,
                                FileNumbers.of(file)));
    }
}

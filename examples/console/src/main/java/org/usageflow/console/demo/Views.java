package org.usageflow.console.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.usageflow.core.Usageflow;
import org.usageflow.error.NotFoundException;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.Page;
import org.usageflow.query.RecordQuery;

/** What somebody sees of a usage file. */
final class Views {

    private static final int PAGE = 100;

    private Views() {}

    /** Whether the file is there for the actor. */
    static boolean sees(Usageflow usage, UsageFileId id, Actor actor) {
        try {
            return usage.files().file(id, actor).id().equals(id);
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** The records that the actor sees, in the order of the upload. */
    static List<UsageRecord> records(Usageflow usage, UsageFileId id, Actor actor) {
        var all = new ArrayList<UsageRecord>();
        RecordQuery query = RecordQuery.of(id).limit(PAGE);
        Page<UsageRecord> page = usage.records().list(query, actor);
        all.addAll(page.items());
        while (page.next() != null) {
            page = usage.records().list(query.after(page.next()), actor);
            all.addAll(page.items());
        }
        return all;
    }

    /** The vendor's ids of the records, each with its amount where there is one to see. */
    static List<String> words(List<UsageRecord> records) {
        return records.stream().map(Views::words).toList();
    }

    private static String words(UsageRecord record) {
        BigDecimal amount = record.reported() == null ? null : record.reported().amount();
        return record.key() + (amount == null ? "" : " " + amount.toPlainString());
    }
}

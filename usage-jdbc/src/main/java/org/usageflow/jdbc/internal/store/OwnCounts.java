package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.store.ReadScope;

/** Files as a reader sees them that may see parts of them alone: with the counts of its own records, and without what is not its affair. */
final class OwnCounts {

    private static final int BATCH = 100;

    private final Sql sql;
    private final ReadScope reader;

    OwnCounts(Sql sql, ReadScope reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /** These files, which the reader sees whole or in part. One of which it sees no record any more is left out. */
    List<UsageFile> masked(List<UsageFile> files) {
        List<Long> inPart = files.stream()
                .filter(each -> !reader.seesWhole(each))
                .map(each -> FileNumbers.of(each.id()))
                .toList();
        if (inPart.isEmpty()) {
            return files;
        }
        Map<Long, Map<RecordStatus, Long>> counts = counts(inPart);
        var masked = new ArrayList<UsageFile>(files.size());
        for (UsageFile each : files) {
            Map<RecordStatus, Long> own = counts.get(FileNumbers.of(each.id()));
            if (reader.seesWhole(each)) {
                masked.add(each);
            } else if (own != null) {
                masked.add(reader.masked(each, new RecordCounts(own)));
            }
        }
        return masked;
    }

    private Map<Long, Map<RecordStatus, Long>> counts(List<Long> files) {
        var counts = new HashMap<Long, Map<RecordStatus, Long>>();
        for (int from = 0; from < files.size(); from += BATCH) {
            List<Long> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            Clause question = Clause.of("select c.file_no, r.status, count(*) from " + SeenFiles.RECORDS_OF_CHAIN)
                    .add("where c.account = ? and", reader.account().value())
                    .in("c.file_no", padded(batch))
                    .add("group by c.file_no, r.status");
            sql.list(
                    question.text(),
                    row -> counts.computeIfAbsent(row.number(), any -> new EnumMap<>(RecordStatus.class))
                            .put(RecordStatus.valueOf(row.text()), row.number()),
                    question.parameters());
        }
        return counts;
    }

    /** One file, or a batch filled up with its first one, so that there are two statements and not a hundred. */
    private static List<Long> padded(List<Long> files) {
        if (files.size() == 1) {
            return files;
        }
        var padded = new ArrayList<>(files);
        padded.addAll(Collections.nCopies(BATCH - files.size(), files.get(0)));
        return padded;
    }
}

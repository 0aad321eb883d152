package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.HubId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.spi.store.HubCounts;

/** The records of one file, retired ones aside, for the library's own passes over them. */
final class RecordSlices {

    private static final String IN_FORCE = "and r.successor_file is null";
    private static final String BILLED = "and r.successor_file is null and r.status in ('ACCEPTED', 'CLOSED')";

    private final JdbcSession session;
    private final UsageFileId file;

    RecordSlices(JdbcSession session, UsageFileId file) {
        this.session = session;
        this.file = file;
    }

    List<UsageRecord> after(long position, int limit) {
        return slice(RecordSight.whole(session, file).records().add(IN_FORCE), position, limit);
    }

    List<UsageRecord> ofHub(@Nullable HubId hub, long position, int limit) {
        Clause question = RecordSight.whole(session, file).records().add(BILLED);
        return slice(question.add("and").add(new RecordRefer(session, file).billedBy(hub)), position, limit);
    }

    private List<UsageRecord> slice(Clause question, long position, int limit) {
        question.add("and r.position > ? order by r.vendor, r.file_no, r.position limit ?", position, limit);
        return session.references()
                .records(session.sql().page(question.text(), new RecordDecoder(), question.parameters()));
    }

    RecordCounts counts() {
        Clause question = Clause.of("select r.status, count(*)")
                .add(RecordSight.whole(session, file).from())
                .add(IN_FORCE + " group by r.status");
        Map<RecordStatus, Long> counts = new EnumMap<>(RecordStatus.class);
        session.sql()
                .list(
                        question.text(),
                        row -> counts.put(RecordStatus.valueOf(row.text()), row.number()),
                        question.parameters());
        return new RecordCounts(counts);
    }

    /** By hub: those without one first. Counted by subscription before it is asked which hub that has, so that no plan asks for each record. */
    List<HubCounts> hubs() {
        String vendor = session.findVendor(file).orElse("");
        long number = FileNumbers.of(file);
        String ordered = session.dialect().byCodePoints("b.hub");
        Map<Optional<HubId>, Map<RecordStatus, Long>> byHub = new LinkedHashMap<>();
        session.sql()
                .list(
                        """
                        select b.hub, b.status, sum(b.records) from (
                          select (select v.hub from {subscription} v where v.vendor = ? and v.file_no = ? and v.sub_no = g.sub_no) hub, g.status, g.records from (
                            select r.sub_no, r.status, count(*) records from {record} r
                            where r.vendor = ? and r.file_no = ? and r.successor_file is null and r.status in ('ACCEPTED', 'CLOSED')
                            group by r.sub_no, r.status) g) b
                        group by b.hub, b.status
                        order by case when b.hub is null then 0 else 1 end,\s""" + ordered,
                        row -> {
                            String hub = row.textOrNull();
                            return byHub.computeIfAbsent(
                                            Optional.ofNullable(hub).map(HubId::new),
                                            any -> new EnumMap<>(RecordStatus.class))
                                    .put(RecordStatus.valueOf(row.text()), row.number());
                        },
                        vendor,
                        number,
                        vendor,
                        number);
        var counts = new ArrayList<HubCounts>(byHub.size());
        byHub.forEach((hub, numbers) -> counts.add(new HubCounts(hub.orElse(null), new RecordCounts(numbers))));
        return counts;
    }
}

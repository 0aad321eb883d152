package org.usageflow.jdbc.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;

/** Looks for records in all files of a product and contract that count, and for live ids of them. */
final class RecordSearch {

    private static final String COUNTED = "f.environment = 'PRODUCTION' and f.kind = 'ACTUAL' and f.status ";
    private static final String IN_SCOPE =
            "from {file} f join {record} r on r.vendor = f.vendor and r.file_no = f.file_no where f.vendor = ? and f.scope_no = ? and "
                    + COUNTED;

    private final JdbcSession session;
    private final ProductId product;
    private final ContractId contract;

    /** Within which live ids are unique. */
    private record Scope(String vendor, long number) {}

    RecordSearch(JdbcSession session, ProductId product, ContractId contract) {
        this.session = session;
        this.product = product;
        this.contract = contract;
    }

    private List<Scope> scopes() {
        return session.sql()
                .list(
                        "select vendor, scope_no from {scope} where product = ? and contract = ?",
                        row -> new Scope(row.text(), row.number()),
                        product.value(),
                        contract.value());
    }

    Set<RecordKey> live(Set<RecordKey> keys) {
        var live = new TreeSet<RecordKey>();
        for (Scope scope : scopes()) {
            for (List<String> some : lists(values(keys))) {
                Clause question = Clause.of(
                                "select record_key from {live_key} where vendor = ? and scope_no = ? and",
                                scope.vendor(),
                                scope.number())
                        .add(RecordLists.in("record_key", "?", some));
                live.addAll(
                        session.sql().list(question.text(), row -> new RecordKey(row.text()), question.parameters()));
            }
        }
        return live;
    }

    private static List<String> values(Set<RecordKey> keys) {
        return keys.stream().map(RecordKey::value).toList();
    }

    private <T> List<List<T>> lists(Collection<T> values) {
        return RecordLists.of(values, session.dialect().listed());
    }

    private Clause byKeys(List<String> keys) {
        return RecordLists.in(
                "r." + session.dialect().recordKey(), session.dialect().recordKeyMark(), keys);
    }

    /** By the vendors' ids and the library's: whether the record of each is closed. */
    Map<String, Boolean> closed(Set<String> ids) {
        var found = new HashMap<String, Boolean>();
        for (Scope scope : scopes()) {
            for (List<String> some : lists(ids)) {
                Clause question = Clause.of("select r.record_key, r.status")
                        .add(IN_SCOPE + "<> 'DELETED' and r.successor_file is null and", scope.vendor(), scope.number())
                        .add(byKeys(some));
                session.sql()
                        .list(
                                question.text(),
                                row -> found.merge(row.text(), isClosed(row.text()), Boolean::logicalOr),
                                question.parameters());
            }
        }
        byFile(ids).forEach((file, numbers) -> addClosed(file, numbers, found));
        return found;
    }

    private static boolean isClosed(String status) {
        return status.equals("CLOSED");
    }

    private static Map<UsageFileId, List<Integer>> byFile(Set<String> ids) {
        var byFile = new LinkedHashMap<UsageFileId, List<Integer>>();
        for (String id : ids) {
            if (UsageRecordId.isShaped(id)) {
                var own = new UsageRecordId(id);
                byFile.computeIfAbsent(own.file(), any -> new ArrayList<>()).add(own.number());
            }
        }
        return byFile;
    }

    private void addClosed(UsageFileId file, List<Integer> numbers, Map<String, Boolean> found) {
        long number = FileNumbers.of(file);
        String vendor = session.findVendor(file).orElse("");
        for (List<Integer> some : lists(numbers)) {
            Clause question = Clause.of(
                            "select r.number, r.status from {record} r where r.vendor = ? and r.file_no = ? and r.successor_file is null and",
                            vendor,
                            number)
                    .add(RecordLists.in("r.number", "?", some))
                    .add(
                            "and exists (select 1 from {file} f where f.vendor = ? and f.file_no = ? and f.product = ? and f.contract = ? and "
                                    + COUNTED
                                    + "<> 'DELETED')",
                            vendor,
                            number,
                            product.value(),
                            contract.value());
            session.sql()
                    .list(
                            question.text(),
                            row -> found.merge(
                                    UsageRecordId.of(file, row.integer()).value(),
                                    isClosed(row.text()),
                                    Boolean::logicalOr),
                            question.parameters());
        }
    }

    List<UsageRecord> suspended(Set<RecordKey> keys) {
        var rows = new ArrayList<RecordRow>();
        var decoder = new RecordDecoder();
        for (Scope scope : scopes()) {
            for (List<String> some : lists(values(keys))) {
                Clause question = Clause.of("select " + RecordColumns.selected())
                        .add(
                                IN_SCOPE
                                        + "in ('ACCEPTED', 'CLOSED') and r.successor_file is null and r.status = 'SUSPENDED' and",
                                scope.vendor(),
                                scope.number())
                        .add(byKeys(some));
                rows.addAll(session.sql().list(question.text(), decoder, question.parameters()));
            }
        }
        return session.references().records(rows);
    }
}

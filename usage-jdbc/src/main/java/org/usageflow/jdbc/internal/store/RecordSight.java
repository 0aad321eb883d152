package org.usageflow.jdbc.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageFileId;
import org.usageflow.schema.Columns;
import org.usageflow.schema.Visibility;
import org.usageflow.schema.Visibility.PriceOf;
import org.usageflow.spi.store.ReadScope;

/**
 * Which records of one file are seen, retired ones too, as the beginning of a statement in which {@code r} is the record; and what is selected for the amount. What {@link ReadScope} says of a record, said to the database.
 *
 * <p>A file that does not exist and one that the reader does not see cost the same statements.
 *
 * @param amount what is selected for the amount that was reported
 * @param from {@code from … where …}
 */
record RecordSight(String amount, Clause from) {

    private static final String NO_VENDOR = "";
    private static final String AMOUNT = "r.amount";
    private static final String HIDDEN = "case when 1 = 0 then r.amount end";
    private static final String OF_FILE = "where r.vendor = ? and r.file_no = ?";
    private static final String IF_FILE =
            "and exists (select 1 from {file} f where f.vendor = ? and f.file_no = ? and f.status <> 'DELETED'";
    private static final String OF_BUYER = "and f.buyer = ? and f.environment = 'PRODUCTION' and f.status in "
            + literals(ReadScope.BUYER_STATUSES) + ")";
    private static final String OF_CHAIN =
            "and f.buyer <> ? and f.schema_code = ? and f.environment = 'PRODUCTION' and f.kind = 'ACTUAL' and f.status in "
                    + literals(ReadScope.CHAIN_STATUSES) + ")";
    private static final String SHOWN_IN_CHAIN = """
            and r.status in ('ACCEPTED', 'CLOSED') and r.item_by is not null and coalesce(r.tier, 0) <= \
            (select c.tier from {chain} c where c.vendor = r.vendor and c.file_no = r.file_no and c.sub_no = r.sub_no and c.account = ?)""";
    private static final int FEW = 16;

    /** Of a file what decides how a reseller sees its records, and what never changes once it is seen. */
    private record Head(String vendor, String buyer, String schema) {}

    private static String literals(Collection<UsageFileStatus> statuses) {
        return statuses.stream().map(UsageFileStatus::name).sorted().collect(Collectors.joining("', '", "('", "')"));
    }

    /** All records of a file, whoever asks. */
    static RecordSight whole(JdbcSession session, UsageFileId file) {
        String vendor = session.findVendor(file).orElse(NO_VENDOR);
        return new RecordSight(AMOUNT, from(vendor, FileNumbers.of(file)));
    }

    private static Clause from(String vendor, long file) {
        return Clause.of("from {record} r").add(OF_FILE, vendor, file);
    }

    static RecordSight of(JdbcSession session, UsageFileId file, ReadScope reader) {
        long number = FileNumbers.of(file);
        String account = reader.account().value();
        return switch (reader.role()) {
            case SYSTEM -> {
                String vendor = session.findVendor(file).orElse(NO_VENDOR);
                yield new RecordSight(AMOUNT, from(vendor, number).add(IF_FILE + ")", vendor, number));
            }
            case VENDOR -> {
                String vendor = session.findVendor(file).orElse(NO_VENDOR);
                yield new RecordSight(
                        AMOUNT, from(vendor, number).add(IF_FILE + " and f.vendor = ?)", vendor, number, account));
            }
            case DISTRIBUTOR -> ofBuyer(session.findVendor(file).orElse(NO_VENDOR), number, account);
            case RESELLER -> {
                Head head = head(session, number).orElse(new Head(NO_VENDOR, "", ""));
                yield head.buyer().equals(account)
                        ? ofBuyer(head.vendor(), number, account)
                        : ofChain(session, head, number, reader);
            }
        };
    }

    private static RecordSight ofBuyer(String vendor, long file, String account) {
        return new RecordSight(
                AMOUNT, from(vendor, file).add(IF_FILE, vendor, file).add(OF_BUYER, account));
    }

    private static Optional<Head> head(JdbcSession session, long file) {
        return session.sql().first("""
                        select f.vendor, f.buyer, f.schema_code from {file_id} i join {file} f on f.vendor = i.vendor and f.file_no = i.file_no
                        where i.file_no = ?""", row -> new Head(row.text(), row.text(), row.text()), file);
    }

    private static RecordSight ofChain(JdbcSession session, Head head, long file, ReadScope reader) {
        String account = reader.account().value();
        List<Integer> subscriptions = session.sql()
                .page(
                        "select sub_no from {chain} where account = ? and file_no = ? and vendor = ? limit "
                                + (FEW + 1),
                        Row::integer,
                        account,
                        file,
                        head.vendor());
        Clause from = from(head.vendor(), file)
                .add(IF_FILE, head.vendor(), file)
                .add(OF_CHAIN, account, head.schema())
                .add(SHOWN_IN_CHAIN, account);
        if (!subscriptions.isEmpty() && subscriptions.size() <= FEW) {
            // Says nothing new, but lets an index find them
            from.add("and")
                    .add(RecordLists.in(
                            "r.sub_no", "?", RecordLists.of(subscriptions, FEW).get(0)));
        }
        return new RecordSight(amountOf(head.schema(), reader), from);
    }

    private static String amountOf(String schema, ReadScope reader) {
        Visibility visibility = schema.isEmpty()
                ? Visibility.NO_AMOUNTS
                : reader.amounts().getOrDefault(new SchemaCode(schema), Visibility.NO_AMOUNTS);
        @Nullable PriceOf price = visibility.amounts().get(Columns.AMOUNT);
        if (price == null) {
            return HIDDEN;
        }
        return switch (price) {
            // The customer stands below every reseller, and the contract's buyer above
            case CUSTOMER -> AMOUNT;
            case CONTRACT_BUYER -> HIDDEN;
            // A row of a higher tier than the reader's is not shown at all
            case TIER_OF_ROW -> "case when r.tier is not null then r.amount end";
        };
    }

    /** Selects the records. */
    Clause records() {
        return Clause.of("select " + RecordColumns.selected(amount)).add(from);
    }

    /** Counts them. */
    Clause count() {
        return Clause.of("select count(*)").add(from);
    }
}

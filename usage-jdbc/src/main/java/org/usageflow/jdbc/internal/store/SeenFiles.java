package org.usageflow.jdbc.internal.store;

import java.util.Collection;
import java.util.stream.Collectors;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.ReadScope;

/**
 * Which files a reader sees, as the beginning of a statement: {@code from … where …}, in which {@code f} is the file. What {@link ReadScope} says of a file, said to the database.
 *
 * <p>A file that does not exist and one that the reader does not see cost the same statement.
 */
final class SeenFiles {

    private static final String BY_ID =
            "from {file_id} i join {file} f on f.vendor = i.vendor and f.file_no = i.file_no";

    private static final String OF_BUYER =
            "f.environment = 'PRODUCTION' and f.status in " + literals(ReadScope.BUYER_STATUSES);

    private static final String OF_CHAIN =
            "f.environment = 'PRODUCTION' and f.kind = 'ACTUAL' and f.status in " + literals(ReadScope.CHAIN_STATUSES);

    /** The records of a file that a reseller down the chain sees, the account's {@code c} and its record {@code r}; the amounts aside. */
    static final String RECORDS_OF_CHAIN = """
            {chain} c join {record} r on r.vendor = c.vendor and r.file_no = c.file_no and r.sub_no = c.sub_no \
            and r.status in ('ACCEPTED', 'CLOSED') and r.successor_file is null and r.quantity is not null and (r.tier is null or r.tier <= c.tier)""";

    private SeenFiles() {}

    private static String literals(Collection<UsageFileStatus> statuses) {
        return statuses.stream().map(UsageFileStatus::name).sorted().collect(Collectors.joining("', '", "('", "')"));
    }

    /** One file, if the reader sees it or parts of it. */
    static Clause one(UsageFileId file, ReadScope reader) {
        long number = FileNumbers.of(file);
        String account = reader.account().value();
        return switch (reader.role()) {
            case SYSTEM, VENDOR, DISTRIBUTOR -> whole(file, reader);
            case RESELLER ->
                Clause.of(BY_ID)
                        .add("where i.file_no = ? and (f.buyer = ? and " + OF_BUYER, number, account)
                        .add("or " + seenDownTheChain() + ")", account);
        };
    }

    /** One file, if the reader sees all of it. */
    private static Clause whole(UsageFileId file, ReadScope reader) {
        return wholeWith("", file, reader);
    }

    /**
     * One file, if the reader sees all of it, with what else is joined.
     *
     * @param joined other tables by {@code f.vendor} and {@code f.file_no}; may be empty
     */
    static Clause wholeWith(String joined, UsageFileId file, ReadScope reader) {
        long number = FileNumbers.of(file);
        String account = reader.account().value();
        return switch (reader.role()) {
            case SYSTEM -> Clause.of(BY_ID + joined + " where i.file_no = ?", number);
            case VENDOR ->
                Clause.of("from {file} f" + joined + " where f.vendor = ? and f.file_no = ?", account, number);
            case DISTRIBUTOR, RESELLER ->
                Clause.of(
                        "from {file} f" + joined + " where f.buyer = ? and f.file_no = ? and " + OF_BUYER,
                        account,
                        number);
        };
    }

    /** All files that the reader sees, or sees parts of. */
    static Clause all(ReadScope reader) {
        String account = reader.account().value();
        return switch (reader.role()) {
            case SYSTEM -> Clause.of(BY_ID + " where 1 = 1");
            case VENDOR -> Clause.of("from {file} f where f.vendor = ?", account);
            case DISTRIBUTOR -> Clause.of("from {file} f where f.buyer = ? and " + OF_BUYER, account);
            case RESELLER ->
                Clause.of("""
                                from (select b.file_no from {file} b where b.buyer = ? union select c.file_no from {chain} c where c.account = ?) own \
                                join {file_id} i on i.file_no = own.file_no join {file} f on f.vendor = i.vendor and f.file_no = i.file_no""", account, account)
                        .add("where (f.buyer = ? and " + OF_BUYER, account)
                        .add("or " + seenDownTheChain() + ")", account);
        };
    }

    private static String seenDownTheChain() {
        return OF_CHAIN + " and exists (select 1 from " + RECORDS_OF_CHAIN
                + " where c.account = ? and c.vendor = f.vendor and c.file_no = f.file_no)";
    }
}

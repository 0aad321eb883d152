package org.usageflow.jdbc.internal.store;

import java.util.List;
import java.util.Optional;
import org.usageflow.error.StoreException;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.model.UsageFile;

/** Within which the ids of live records are unique: a vendor's product and contract, by a number. */
final class Scopes {

    private static final List<String> COLUMNS = List.of("vendor", "scope_no", "product", "contract");

    private static final int TRIES = 10;

    private final JdbcSession session;

    /**
     * A product and contract.
     *
     * @param number that of the first file that reported on them
     * @param isNew whether it was made just now
     */
    record Scope(long number, boolean isNew) {}

    Scopes(JdbcSession session) {
        this.session = session;
    }

    /** The scope of a file; made where it is the first one of its product and contract. Waits for another transaction that is making it. */
    Scope of(UsageFile file) {
        String vendor = file.vendor().value();
        String product = file.product().value();
        String contract = file.contract().value();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Long> known = find(vendor, product, contract);
            if (known.isPresent()) {
                return new Scope(known.get(), false);
            }
            long number = free(vendor, FileNumbers.of(file.id()));
            if (session.dialect().insertAbsent(session.sql(), "scope", COLUMNS, vendor, number, product, contract)) {
                return new Scope(number, true);
            }
        }
        throw new StoreException(
                "a product and contract that another transaction has committed is not seen: the connection's isolation is not READ COMMITTED",
                null);
    }

    private Optional<Long> find(String vendor, String product, String contract) {
        return session.sql()
                .first(
                        "select scope_no from {scope} where vendor = ? and product = ? and contract = ?",
                        Row::number,
                        vendor,
                        product,
                        contract);
    }

    /** The file's number; or, where it has given another scope its number before it changed its product or contract, one that no file has. */
    private long free(String vendor, long file) {
        boolean taken = session.sql().exists("select 1 from {scope} where vendor = ? and scope_no = ?", vendor, file);
        return taken
                ? session.sql()
                                .count(
                                        "select min(scope_no) from {scope} where vendor = ? and scope_no <= ?",
                                        vendor,
                                        file)
                        - 1
                : file;
    }

    /** Takes back what {@link #of} made. */
    void undo(String vendor, Scope scope) {
        if (scope.isNew()) {
            session.sql().update("delete from {scope} where vendor = ? and scope_no = ?", vendor, scope.number());
        }
    }
}

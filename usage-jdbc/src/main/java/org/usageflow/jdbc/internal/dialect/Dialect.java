package org.usageflow.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.BulkInsert;
import org.usageflow.jdbc.internal.sql.Sql;

/** What differs between the databases. One class each; immutable, thread-safe. */
public interface Dialect {

    /** The folder of its schema's steps among the resources, e.g. {@code postgresql}. */
    String folder();

    /** What {@code ${collation}} stands for in a step of the schema; empty where there is nothing. */
    String collation();

    /**
     * Looks at a connection before the database is used for the first time.
     *
     * @throws org.usageflow.error.StoreException if the database is too old, or set so that it could lose what was committed
     */
    void check(Connection connection) throws SQLException;

    /** Whether the same work may succeed when it is done again in another transaction: it lost to a deadlock, or could not be serialized. */
    boolean isRetryable(SQLException failure);

    /** Whether such a failure undid the whole transaction, and not the statement alone. */
    boolean undoesTransaction(SQLException failure);

    /**
     * Whether the library works in a host's transaction of this isolation.
     *
     * @param isolation a constant of {@link Connection}
     */
    boolean worksIn(int isolation);

    /** Whether a key was taken. */
    boolean isKeyTaken(SQLException failure);

    /**
     * Inserts a row whose key is not taken, and lets the transaction live where it is. Waits for another transaction that is inserting the same key.
     *
     * @param table the token of the table, e.g. {@code file_id}
     * @return whether it was inserted; false where any key of the table is taken
     */
    boolean insertAbsent(Sql sql, String table, List<String> columns, @Nullable Object... row);

    /**
     * Claims the vendors' ids of the validated records in force of a file that are not taken, in the order of the ids. Waits for another transaction that is claiming the same.
     *
     * @return how many were claimed
     */
    long claimKeys(Sql sql, String vendor, long scope, long file);

    /** How many rows are inserted at once. */
    BulkInsert bulk();

    /** Whether a change of all records of a file is done more quickly as one statement for each range of positions than as one for all. */
    boolean changesByRanges();

    /** How many values a list of {@code in (?, ?)} may have so that an index finds them; a power of two. */
    int listed();

    /** The column that orders the vendors' ids of records by code points, and finds them. */
    String recordKey();

    /** What a vendor's id is written as where it is compared with {@link #recordKey}: a parameter, or a function of it. */
    String recordKeyMark();

    /** What orders another column of texts by code points. */
    String byCodePoints(String column);

    /** The time as an expression: UTC, without a zone. */
    String utcNow();

    /** Whether a table is there for the connection's user. A transaction at work goes on. */
    boolean hasTable(Sql sql, String table);

    /** Where tables are whose names are not qualified; empty for nowhere. */
    String currentSchema(Sql sql);

    /** Whether making and changing tables is part of a transaction; else every such statement commits. */
    boolean ddlInTransaction();

    /**
     * Keeps other processes from taking the steps of the schema until {@link #unlockSchema} or the end of the transaction at work, which where {@link #ddlInTransaction} is false is on a connection of its own. The table of the steps
     * is there, or is made in this transaction.
     *
     * @param key 64 hexadecimal digits that tell schema and prefix
     * @throws org.usageflow.error.StoreException if another process has held the lock for ten minutes
     */
    void lockSchema(Sql sql, String key);

    void unlockSchema(Sql sql, String key);
}

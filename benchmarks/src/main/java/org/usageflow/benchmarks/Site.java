package org.usageflow.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.spi.store.UsageStore;

/** A store with the records of one file in it, and what can be done there without the library. Not thread-safe. */
interface Site extends AutoCloseable {

    /** The store, with the version of its database. */
    String name();

    /** How the database is set, as far as it matters; empty where there is none. */
    String settings();

    UsageStore store();

    ContentStore content();

    /** The processor time that the server has used so far, in nanoseconds; 0 where it is in this process. */
    LongSupplier serverCpu();

    /** Begins anew with so many records in mind, of which none is there yet. */
    void begin(Sample sample, int rows) throws SQLException, IOException;

    /** Sees to it that the file is there without records, and that nothing of what was done before is waiting to be done. */
    void empty() throws SQLException, IOException;

    /** Sees to it that all records are there, at their first version, in a status that is not closed, with none of their ids claimed. */
    void load(RecordStatus status) throws SQLException, IOException;

    /** Says that records, or claims of their ids, are not any more as they were loaded. */
    void touch();

    /** Sees to it that there is nothing in the store, not even the file. */
    void wipe() throws SQLException, IOException;

    /** Ways to put all records into the empty table. */
    List<Contestant> appendFloors();

    /** Ways to get all records out. */
    List<Contestant> exportFloors();

    /** More ways to get all records out, to compare with. */
    List<Contestant> exportOthers();

    /** Ways to claim the ids of all records. */
    List<Contestant> claimFloors();

    /** Ways to move all validated records to pending. */
    List<Contestant> moveFloors();

    /** Ways to close all accepted records. */
    List<Contestant> closeFloors();

    @Override
    void close() throws SQLException, IOException;
}

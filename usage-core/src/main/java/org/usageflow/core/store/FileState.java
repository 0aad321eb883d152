package org.usageflow.core.store;

import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;

/**
 * A file and all that belongs to it, as it is at one moment. Immutable, thread-safe.
 *
 * @param file itself
 * @param records its records
 * @param problems of its upload
 * @param events what happened to it, in order
 * @param delivered the number of the last event that was delivered; 0 for none
 * @param own its part files and reconciliation files
 */
record FileState(
        UsageFile file,
        RecordTable records,
        ProblemTable problems,
        Chunks<UsageEvent> events,
        long delivered,
        BuyersOwn own) {

    static FileState of(UsageFile file) {
        return new FileState(file, RecordTable.empty(), ProblemTable.empty(), Chunks.empty(), 0, BuyersOwn.NOTHING);
    }

    FileState with(UsageFile changed) {
        return new FileState(changed, records, problems, events, delivered, own);
    }

    FileState with(RecordTable changed) {
        return new FileState(file, changed, problems, events, delivered, own);
    }

    FileState with(ProblemTable changed) {
        return new FileState(file, records, changed, events, delivered, own);
    }

    FileState with(Chunks<UsageEvent> changed) {
        return new FileState(file, records, problems, changed, delivered, own);
    }

    FileState with(BuyersOwn changed) {
        return new FileState(file, records, problems, events, delivered, changed);
    }

    FileState deliveredTo(long number) {
        return number <= delivered ? this : new FileState(file, records, problems, events, number, own);
    }

    /** Whether nothing but the mark of what was delivered lies between the two. */
    boolean isSameAs(FileState other) {
        return file.equals(other.file)
                && records == other.records
                && problems == other.problems
                && events == other.events
                && own.equals(other.own);
    }

    boolean hasUndelivered() {
        return delivered < events.size();
    }
}

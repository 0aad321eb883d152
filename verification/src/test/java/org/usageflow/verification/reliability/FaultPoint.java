package org.usageflow.verification.reliability;

import java.util.function.Predicate;
import org.usageflow.databases.TestDatabase;
import org.usageflow.testkit.jdbc.DatabaseCall;
import org.usageflow.testkit.jdbc.FailingDataSource;

/** The n-th call that can fail in a way; with {@link FaultKind#DOWN} every call from there on. Used once, by one thread. */
final class FaultPoint implements Predicate<DatabaseCall> {

    private final FaultKind kind;
    private final int number;
    private int passed;
    private String at = "nowhere";

    FaultPoint(FaultKind kind, int number) {
        this.kind = kind;
        this.number = number;
    }

    @Override
    public boolean test(DatabaseCall call) {
        if (isReached() && kind == FaultKind.DOWN) {
            return true;
        }
        if (!kind.hits(call) || ++passed != number) {
            return false;
        }
        at = call.method() + " " + call.sql().replaceAll("\\s+", " ");
        return true;
    }

    /** Whether the command came so far. */
    boolean isReached() {
        return passed >= number;
    }

    /** Has a data source fail here. */
    void plan(FailingDataSource source, TestDatabase.Kind database) {
        kind.plan(source, database, this);
    }

    /** Whether the command must go on as if nothing had happened. */
    boolean isOvercome() {
        return kind == FaultKind.DEADLOCK;
    }

    @Override
    public String toString() {
        return kind + " at call " + number + ": " + at;
    }
}

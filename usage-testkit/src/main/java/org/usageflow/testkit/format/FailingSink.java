package org.usageflow.testkit.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;

/** A sink that throws at its n-th row. */
final class FailingSink implements RowSink {

    private final int failAt;
    private final IllegalStateException failure = new IllegalStateException("the sink fails on purpose");
    private int calls;

    FailingSink(int failAt) {
        this.failAt = failAt;
    }

    @Override
    public boolean table(SourceTable table) {
        return true;
    }

    @Override
    public boolean row(SourceRow row) {
        calls++;
        if (calls >= failAt) {
            throw failure;
        }
        return true;
    }

    @Override
    public void fault(ProblemCode code, Place place, @Nullable String value, Map<String, String> arguments) {
        throw new AssertionError("fault " + code + " in a sound file: " + arguments);
    }

    IllegalStateException failure() {
        return failure;
    }

    /** How many rows came. */
    int calls() {
        return calls;
    }
}

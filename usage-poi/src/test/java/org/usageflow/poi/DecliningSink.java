package org.usageflow.poi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;

/** Wants the records alone. */
final class DecliningSink implements RowSink {

    final List<String> calls = new ArrayList<>();

    @Override
    public boolean table(SourceTable table) {
        calls.add("table " + table.name());
        return table.name() == TableName.RECORDS;
    }

    @Override
    public boolean row(SourceRow row) {
        calls.add("row " + row.number());
        return true;
    }

    @Override
    public void fault(ProblemCode code, Place place, String value, Map<String, String> arguments) {
        calls.add("fault " + code);
    }
}

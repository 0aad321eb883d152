package org.usageflow.jdbc.internal.store;

import java.util.EnumMap;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.RecordCounts;

/** Counts of records in one column: {@code ACCEPTED:3 CLOSED:1}, in the order of the statuses; empty for none. */
final class CountsText {

    private CountsText() {}

    static String write(RecordCounts counts) {
        var text = new StringBuilder();
        for (RecordStatus status : RecordStatus.values()) {
            if (counts.of(status) > 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(status)
                        .append(':')
                        .append(counts.of(status));
            }
        }
        return text.toString();
    }

    static RecordCounts read(String written) {
        var counts = new EnumMap<RecordStatus, Long>(RecordStatus.class);
        for (String each : written.isEmpty() ? new String[0] : written.split(" ")) {
            int colon = each.indexOf(':');
            counts.put(RecordStatus.valueOf(each.substring(0, colon)), Long.valueOf(each.substring(colon + 1)));
        }
        return new RecordCounts(counts);
    }
}

package org.usageflow.verification.stateful;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;

/** What a story's model knows of a file: plain lists, no rules. */
final class ModelFile {

    final Environment environment;
    final FileKind kind;
    UsageFileStatus status = UsageFileStatus.DRAFT;
    List<Row> rows = new ArrayList<>();
    List<Line> uploaded = List.of();
    final List<String> history = new ArrayList<>();

    /** A record of the model. */
    static final class Row {
        final Line line;
        RecordStatus status;
        String billingId;
        boolean retired;

        Row(Line line, RecordStatus status) {
            this.line = line;
            this.status = status;
        }

        @Override
        public String toString() {
            return line.recordId() + " " + status + (billingId == null ? "" : " " + billingId);
        }
    }

    ModelFile(Environment environment, FileKind kind) {
        this.environment = environment;
        this.kind = kind;
        history.add("CREATE null DRAFT");
    }

    boolean counts() {
        return environment == Environment.PRODUCTION && kind == FileKind.ACTUAL;
    }

    boolean isIn(UsageFileStatus... statuses) {
        return List.of(statuses).contains(status);
    }

    void told(String action, UsageFileStatus to) {
        history.add(action + " " + status + " " + to);
        status = to;
    }

    void move(RecordStatus from, RecordStatus to) {
        rows.forEach(row -> row.status = row.status == from ? to : row.status);
    }

    List<Row> current() {
        return rows.stream().filter(row -> !row.retired).toList();
    }

    Map<RecordStatus, Long> byStatus() {
        Map<RecordStatus, Long> counts = new EnumMap<>(RecordStatus.class);
        current().forEach(row -> counts.merge(row.status, 1L, Long::sum));
        return counts;
    }
}

package org.usageflow.verification.stateful;

import static org.usageflow.lifecycle.UsageFileStatus.ACCEPTED;
import static org.usageflow.lifecycle.UsageFileStatus.CLOSED;
import static org.usageflow.lifecycle.UsageFileStatus.DELETED;
import static org.usageflow.lifecycle.UsageFileStatus.DRAFT;
import static org.usageflow.lifecycle.UsageFileStatus.INVALID;
import static org.usageflow.lifecycle.UsageFileStatus.PENDING;
import static org.usageflow.lifecycle.UsageFileStatus.PROCESSING;
import static org.usageflow.lifecycle.UsageFileStatus.READY;
import static org.usageflow.lifecycle.UsageFileStatus.REJECTED;
import static org.usageflow.lifecycle.UsageFileStatus.UPLOADING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.verification.stateful.ModelFile.Row;

/** The rules of the flow once more, as simply as they can be said: what comes of a command, and who sees what. */
final class Model {

    static final String DONE = "done";
    static final String MISSING = "missing";
    private static final String STATUS = "NOT_IN_STATUS";
    private static final String ACTOR = "NOT_ALLOWED_TO_ACTOR";

    final boolean partial;
    final List<ModelFile> files = new ArrayList<>();

    Model(boolean partial) {
        this.partial = partial;
    }

    boolean sees(Who who, ModelFile file) {
        return switch (who) {
            case SYSTEM, VENDOR -> true;
            case BUYER -> file.environment == Environment.PRODUCTION && file.isIn(PENDING, REJECTED, ACCEPTED, CLOSED);
            case RESELLER -> !rows(who, file).isEmpty();
            case OTHER_VENDOR, OTHER_BUYER -> false;
        };
    }

    /** The records that somebody sees. */
    List<Row> rows(Who who, ModelFile file) {
        if (file.status == DELETED) {
            return List.of();
        }
        if (who == Who.RESELLER) {
            return file.counts() && file.isIn(ACCEPTED, CLOSED)
                    ? file.current().stream()
                            .filter(row -> !row.line.direct())
                            .filter(row -> row.status == RecordStatus.ACCEPTED || row.status == RecordStatus.CLOSED)
                            .toList()
                    : List.of();
        }
        return sees(who, file) ? file.current() : List.of();
    }

    /** The events that somebody sees, as action, from and to. */
    List<String> history(Who who, ModelFile file) {
        List<UsageFileStatus> shown = switch (who) {
            case VENDOR, SYSTEM -> List.of(UsageFileStatus.values());
            case BUYER -> List.of(PENDING, REJECTED, ACCEPTED, CLOSED);
            default -> List.of(ACCEPTED, CLOSED);
        };
        return file.history.stream()
                .filter(event -> shown.contains(UsageFileStatus.valueOf(event.split(" ")[2])))
                .filter(event -> who != Who.RESELLER || !event.split(" ")[1].equals(event.split(" ")[2]))
                .toList();
    }

    /** Does a step on a file that there is; gives what comes of it. */
    String play(Step step, ModelFile file, String billingId) {
        if (!sees(step.who(), file)) {
            return MISSING;
        }
        boolean vendor = step.who() == Who.VENDOR;
        boolean buyer = step.who() == Who.BUYER || vendor && file.environment == Environment.PREVIEW;
        boolean system = step.who() == Who.SYSTEM;
        return switch (step.kind()) {
            case CREATE, NEXT -> throw new IllegalStateException("no command to a file: " + step);
            case EDIT -> allowed(file.isIn(DRAFT), vendor, () -> file.told("EDIT", DRAFT));
            case APPEND ->
                allowed(file.isIn(DRAFT), vendor, () -> {
                    step.lines().forEach(line -> file.rows.add(new Row(line, RecordStatus.UPLOADED)));
                    file.told("APPEND", DRAFT);
                });
            case PROCESS ->
                allowed(vendor && file.isIn(DRAFT) && !file.rows.isEmpty(), true, () -> {
                    List<Line> lines = file.rows.stream().map(row -> row.line).toList();
                    judge(file, lines, null);
                });
            case UPLOAD -> upload(file, step.lines(), vendor);
            case SUBMIT ->
                allowed(file.isIn(READY), vendor, () -> {
                    file.move(RecordStatus.VALIDATED, RecordStatus.PENDING);
                    file.told("SUBMIT", PENDING);
                });
            case ACCEPT -> allowed(file.isIn(PENDING), buyer, () -> accept(file));
            case REJECT ->
                allowed(file.isIn(PENDING), buyer, () -> {
                    file.move(RecordStatus.PENDING, RecordStatus.REJECTED);
                    file.told("REJECT", REJECTED);
                });
            case DELETE ->
                allowed(file.isIn(DRAFT, INVALID, READY, REJECTED), vendor, () -> file.told("DELETE", DELETED));
            case CLOSE -> close(file, buyer || system, billingId);
            case CLOSE_RECORD -> closeRecord(step, file, buyer, billingId);
            case ABORT -> STATUS;
        };
    }

    private static String allowed(boolean inStatus, boolean byActor, Runnable effect) {
        if (!inStatus || !byActor) {
            return inStatus ? ACTOR : STATUS;
        }
        effect.run();
        return DONE;
    }

    private String upload(ModelFile file, List<Line> lines, boolean vendor) {
        if (vendor && file.status == READY && lines.equals(file.uploaded)) {
            return DONE;
        }
        return allowed(file.isIn(DRAFT, INVALID, READY, REJECTED), vendor, () -> judge(file, lines, lines));
    }

    private void judge(ModelFile file, List<Line> lines, List<Line> uploaded) {
        file.told("UPLOAD", UPLOADING);
        file.told("PROCESS", PROCESSING);
        Set<Integer> seen = new HashSet<>();
        List<Row> judged = new ArrayList<>();
        boolean anyFaulty = false;
        for (Line line : lines) {
            boolean repeated = !seen.add(line.key());
            boolean faulty = line.faulty() || repeated || isLive(line.key(), file);
            anyFaulty |= faulty;
            judged.add(new Row(line, faulty ? RecordStatus.INVALID : RecordStatus.VALIDATED));
        }
        file.rows = judged;
        file.uploaded = uploaded == null ? List.of() : uploaded;
        boolean passes = partial || !anyFaulty;
        if (passes) {
            file.move(RecordStatus.INVALID, RecordStatus.SUSPENDED);
        }
        file.told(passes ? "PASS" : "FAIL", passes ? READY : INVALID);
    }

    private boolean isLive(int key, ModelFile asking) {
        return files.stream()
                .filter(other -> other != asking && other.counts() && other.isIn(READY, PENDING, ACCEPTED, CLOSED))
                .flatMap(other -> other.current().stream())
                .anyMatch(row -> row.line.key() == key && row.status != RecordStatus.SUSPENDED);
    }

    private void accept(ModelFile file) {
        if (file.counts()) {
            recycle(file);
        }
        file.move(RecordStatus.PENDING, RecordStatus.ACCEPTED);
        file.told("ACCEPT", ACCEPTED);
        if (file.environment != Environment.PRODUCTION) {
            return;
        }
        boolean late = file.kind == FileKind.ESTIMATE
                && files.stream().anyMatch(other -> other.counts() && other.isIn(ACCEPTED, CLOSED));
        if (late) {
            file.told("SUPERSEDE", ACCEPTED);
        }
        for (ModelFile other : files) {
            boolean former = other != file
                    && other.kind == FileKind.ESTIMATE
                    && other.environment == Environment.PRODUCTION
                    && other.status == ACCEPTED
                    && !other.history.contains("SUPERSEDE ACCEPTED ACCEPTED");
            if (former) {
                other.told("SUPERSEDE", ACCEPTED);
            }
        }
    }

    private void recycle(ModelFile file) {
        for (ModelFile other : files) {
            if (other == file || !other.counts() || !other.isIn(ACCEPTED, CLOSED)) {
                continue;
            }
            for (Row row : other.current()) {
                boolean corrected = file.current().stream()
                        .anyMatch(each -> each.line.key() == row.line.key() && each.status == RecordStatus.PENDING);
                if (row.status == RecordStatus.SUSPENDED && corrected) {
                    row.retired = true;
                    other.told("RECYCLE", other.status);
                }
            }
        }
    }

    private static String unbilled(ModelFile file) {
        if (file.environment == Environment.PREVIEW) {
            return "PREVIEW_IS_NOT_BILLED";
        }
        return file.kind == FileKind.ESTIMATE ? "ESTIMATE_IS_NOT_BILLED" : null;
    }

    private static String close(ModelFile file, boolean byActor, String billingId) {
        boolean asked = file.status == ACCEPTED && byActor && unbilled(file) != null;
        return asked
                ? unbilled(file)
                : allowed(file.status == ACCEPTED, byActor, () -> {
                    for (Row row : file.rows) {
                        if (row.status == RecordStatus.ACCEPTED) {
                            row.status = RecordStatus.CLOSED;
                            row.billingId = billingId;
                        }
                    }
                    file.told("CLOSE", CLOSED);
                });
    }

    private String closeRecord(Step step, ModelFile file, boolean buyer, String billingId) {
        List<Row> all = file.current();
        if (all.isEmpty()) {
            return MISSING;
        }
        Row row = all.get(step.record() % all.size());
        if (!rows(step.who(), file).contains(row)) {
            return MISSING;
        }
        boolean closable = row.status == RecordStatus.ACCEPTED || row.status == RecordStatus.CLOSED;
        if (closable && buyer && unbilled(file) != null) {
            return unbilled(file);
        }
        boolean bySystem = row.status == RecordStatus.CLOSED && row.billingId.startsWith("SYSTEM");
        if (closable && buyer && bySystem) {
            return "CLOSED_BY_ANOTHER";
        }
        return allowed(closable, buyer, () -> closeRecord(file, row, billingId));
    }

    private static void closeRecord(ModelFile file, Row row, String billingId) {
        boolean again = row.status == RecordStatus.CLOSED;
        row.status = RecordStatus.CLOSED;
        row.billingId = billingId;
        file.told(again ? "CORRECT_BILLING" : "CLOSE_RECORDS", file.status);
        boolean last = file.current().stream().noneMatch(each -> each.status == RecordStatus.ACCEPTED);
        if (!again && last) {
            file.told("CLOSE", CLOSED);
        }
    }
}

package org.usageflow.core;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.command.CloseRecord;
import org.usageflow.core.CloseResult.Outcome;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.NotFoundException;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;

/**
 * Closing records, one or many; the file closes by itself with its last one.
 *
 * <p>Records of a file that are closed at the same time do not get into each other's way: what only the file's version keeps apart is done again.
 *
 * <p>Source: rules §4.1 (row 12), §4.2, §8 (close).
 */
final class Closings {

    private final Keeping keeping;
    private final Desk desk;

    Closings(Keeping keeping, Desk desk) {
        this.keeping = keeping;
        this.desk = desk;
    }

    UsageRecord close(CloseRecord command, Actor actor) {
        return Insisting.on(() -> desk.unit(unit -> {
            ClosingBatch batch = batch(unit, List.of(command), actor);
            batch.close(command);
            return batch.finishOne();
        }));
    }

    /** Closes records of one file, each for itself, in one transaction. */
    List<CloseResult> closeAll(List<CloseRecord> commands, Actor actor) {
        return Insisting.on(() -> desk.unit(unit -> {
            var results = new ArrayList<CloseResult>(commands.size());
            ClosingBatch batch = batch(unit, commands, actor);
            for (CloseRecord command : commands) {
                results.add(result(batch, command));
            }
            batch.finish();
            return results;
        }));
    }

    private ClosingBatch batch(Desk.Unit unit, List<CloseRecord> commands, Actor actor) {
        List<UsageRecordId> ids = commands.stream().map(CloseRecord::record).toList();
        return new ClosingBatch(desk, unit, ids, actor, keeping.clock().instant());
    }

    private static CloseResult result(ClosingBatch batch, CloseRecord command) {
        try {
            Outcome outcome = batch.close(command);
            return CloseResult.of(command.record(), outcome);
        } catch (NotFoundException e) {
            return CloseResult.refused(command.record(), "NOT_FOUND", e.getMessage());
        } catch (ActionRefusedException e) {
            return CloseResult.refused(command.record(), e.reason().name(), e.getMessage());
        } catch (Insisting.SeenVersionException e) {
            return CloseResult.refused(
                    command.record(), "STALE_VERSION", e.stale().getMessage());
        }
    }
}

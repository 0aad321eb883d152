package org.usageflow.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.usageflow.command.CloseRecord;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.InvalidCommandException.Violation;
import org.usageflow.model.Actor;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UsageRecordId;
import org.usageflow.query.Page;
import org.usageflow.query.RecordQuery;

/**
 * The records of usage files: reading and closing them.
 *
 * <p>Each call takes the actor, who sees what rules §5 grants: what it may not see does not exist for it. Thread-safe; each call is a transaction of its own.
 *
 * <p>Source: rules §4.2, §5, §8.
 */
public final class RecordService {

    private static final int BATCH = 1_000;

    private final Desk desk;
    private final CommandCheck check;
    private final Closings closings;

    RecordService(Keeping keeping, Desk desk) {
        this.desk = desk;
        this.check = new CommandCheck(keeping.validator());
        this.closings = new Closings(keeping, desk);
    }

    /**
     * A record, as the actor may see it. A suspended one that was recycled is there too, and names its successor.
     *
     * @throws org.usageflow.error.NotFoundException if there is none, or the actor does not see it
     */
    public UsageRecord record(UsageRecordId id, Actor actor) {
        return desk.read(
                session -> Desk.orMissing(session.records().find(id, desk.scope(actor)), "usage record", id.value()));
    }

    /**
     * A page of the records of a file that the actor may see.
     *
     * @throws org.usageflow.error.NotFoundException if there is no such file, or the actor does not see it
     */
    public Page<UsageRecord> list(RecordQuery query, Actor actor) {
        Objects.requireNonNull(query, "query");
        return desk.read(session -> {
            desk.found(session, query.file(), actor);
            // One more than asked for tells whether there is a next page.
            int more = query.limit() == Integer.MAX_VALUE ? query.limit() : query.limit() + 1;
            List<UsageRecord> found = session.records().list(query.limit(more), desk.scope(actor));
            Long total = query.counted() ? session.records().count(query, desk.scope(actor)) : null;
            return Pages.of(found, query.limit(), query.sort()::keyOf, total);
        });
    }

    /**
     * Closes an accepted record with its billing id, and the file with its last one. The party that closed a record may call it again to correct billing id or note, which is audited, also once the file is closed.
     *
     * @return the record as it is now
     * @throws InvalidCommandException with every constraint that the command violates
     * @throws org.usageflow.error.NotFoundException if there is no such record, or the actor does not see it
     * @throws org.usageflow.error.ActionRefusedException if it is not accepted, the actor is not the buyer, nothing of its file is billed, or another party closed it
     * @throws org.usageflow.error.StaleVersionException if the command names another version than the record's
     */
    public UsageRecord close(CloseRecord command, Actor actor) {
        return closings.close(check.checked(command), actor);
    }

    /**
     * Closes many records, each for itself: what is refused does not keep the others from being closed. Done in transactions of up to 1,000 records of a file.
     *
     * @return a result for each command, in their order
     * @throws InvalidCommandException if a command names no record; nothing is closed then
     */
    public List<CloseResult> closeAll(List<CloseRecord> commands, Actor actor) {
        var results = new CloseResult[commands.size()];
        Map<UsageFileId, List<Integer>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < results.length; i++) {
            CloseRecord command = commands.get(i);
            List<Violation> violations = check.violations(command);
            if (violations.isEmpty()) {
                byFile.computeIfAbsent(command.record().file(), id -> new ArrayList<>())
                        .add(i);
            } else {
                var fault = new InvalidCommandException("CloseRecord", violations);
                if (violations.stream().anyMatch(each -> each.field().equals("record"))) {
                    throw fault;
                }
                results[i] = CloseResult.refused(command.record(), "INVALID_COMMAND", fault.getMessage());
            }
        }
        for (List<Integer> places : byFile.values()) {
            for (int from = 0; from < places.size(); from += BATCH) {
                List<Integer> batch = places.subList(from, Math.min(from + BATCH, places.size()));
                List<CloseResult> done =
                        closings.closeAll(batch.stream().map(commands::get).toList(), actor);
                for (int i = 0; i < batch.size(); i++) {
                    results[batch.get(i)] = done.get(i);
                }
            }
        }
        return List.of(results);
    }
}

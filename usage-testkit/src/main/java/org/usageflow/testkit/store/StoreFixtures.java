package org.usageflow.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.Closing;
import org.usageflow.model.EventAction;
import org.usageflow.model.Party;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageEvent;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.UserId;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Visibility;
import org.usageflow.schema.Visibility.PriceOf;
import org.usageflow.spi.store.PlacedProblem;
import org.usageflow.spi.store.ProblemKey;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Files, records, problems, events and readers for tests of stores. */
public final class StoreFixtures {

    /** Whose price a reported amount is in each standard schema. */
    public static final Map<SchemaCode, Visibility> AMOUNTS = Map.of(
            UsageFixtures.QT, Visibility.NO_AMOUNTS,
            UsageFixtures.PR, Visibility.of(PriceOf.CUSTOMER),
            UsageFixtures.CR, Visibility.of(PriceOf.CONTRACT_BUYER),
            UsageFixtures.TR, Visibility.of(PriceOf.TIER_OF_ROW));

    /** Reads everything. */
    public static final ReadScope SYSTEM = reader(Party.SYSTEM, new AccountId("SYSTEM"));

    public static final ReadScope VENDOR = reader(Party.VENDOR, UsageFixtures.VENDOR);

    public static final ReadScope BUYER = reader(Party.DISTRIBUTOR, UsageFixtures.DISTRIBUTOR);

    /** Stands at tier 1 of {@link UsageFixtures#CHAIN_OF_FOUR}. */
    public static final ReadScope RESELLER_1 = reader(Party.RESELLER, UsageFixtures.RESELLER_1.id());

    /** Stands at tier 2 of {@link UsageFixtures#CHAIN_OF_FOUR}. */
    public static final ReadScope RESELLER_2 = reader(Party.RESELLER, UsageFixtures.RESELLER_2.id());

    /** By a person of the buyer, without a note. */
    public static final Closing CLOSING = new Closing(
            "INV-0001",
            null,
            Instant.parse("2021-08-20T12:00:00Z"),
            new Actor(Party.DISTRIBUTOR, UsageFixtures.DISTRIBUTOR, new UserId("u-17")));

    private StoreFixtures() {}

    /** A reader that sees amounts as the standard schemas say. */
    public static ReadScope reader(Party role, AccountId account) {
        return new ReadScope(role, account, AMOUNTS);
    }

    /**
     * The id of a file in July 2021.
     *
     * @param number 1 to 99,999,999
     */
    public static UsageFileId fileId(int number) {
        String digits = String.format(Locale.ROOT, "%08d", number);
        return new UsageFileId("UF-2021-07-" + digits.substring(0, 4) + "-" + digits.substring(4));
    }

    /** Begins a file of that number. */
    public static GivenFile file(int number) {
        return new GivenFile(fileId(number));
    }

    /** Begins the n-th record of a file. */
    public static GivenRecord record(UsageFileId file, int number) {
        return new GivenRecord(file, number);
    }

    /** Validated records of a file with these numbers. */
    public static List<UsageRecord> records(UsageFileId file, int first, int last) {
        var records = new ArrayList<UsageRecord>(last - first + 1);
        for (int number = first; number <= last; number++) {
            records.add(record(file, number).build());
        }
        return records;
    }

    /**
     * A missing value.
     *
     * @param rank as {@link ProblemKey} has it
     * @param position of the row
     * @param column of the cell
     * @param sequence unique in the file
     */
    public static PlacedProblem problem(int rank, long position, int column, long sequence) {
        return problem(ProblemCode.VALUE_REQUIRED, new ProblemKey(rank, position, column, sequence));
    }

    /** A problem at a row of the tab {@code records}. */
    public static PlacedProblem problem(ProblemCode code, ProblemKey key) {
        var place = new Place("records", key.position() + 2, "quantity", "E" + (key.position() + 2), null);
        return new PlacedProblem(key, Problem.of(code, place, "0x1A", Map.of("column", "quantity")));
    }

    /** An event of a file that leaves it where it is, by its vendor. */
    public static UsageEvent event(UsageFile file, long number, EventAction action, @Nullable String note) {
        UsageFileStatus status = file.status();
        return new UsageEvent(
                file.id(),
                number,
                Instant.parse("2021-08-02T10:00:00Z").plusSeconds(number),
                action,
                status,
                status,
                UsageFixtures.vendor(),
                note,
                null,
                file.version());
    }
}

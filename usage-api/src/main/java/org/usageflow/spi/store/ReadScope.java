package org.usageflow.spi.store;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Actor;
import org.usageflow.model.ChainParty;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileNotes;
import org.usageflow.model.Party;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.SalesChain;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.model.Version;
import org.usageflow.schema.Columns;
import org.usageflow.schema.Visibility;

/**
 * Who reads, as data that a store turns into its query: which files, which records, which amounts.
 *
 * <ul>
 *   <li>SYSTEM reads everything.
 *   <li>A VENDOR reads its own files, in every status.
 *   <li>A DISTRIBUTOR or RESELLER reads files of production whose buyer it is, while they are in one of {@link #BUYER_STATUSES}.
 *   <li>A RESELLER down the chain reads, of files that count (production, actual) and are in one of {@link #CHAIN_STATUSES}, those records that are accepted or closed and have it in the
 *       sales chain of their subscription; and of those the amounts that {@link Visibility} lets its tier see. A record that names a tier above its own is none of them. Of the file it sees what is not the
 *       buyer's and the vendor's own affair, with the counts of its own records. A file without such a record does not exist for it.
 * </ul>
 *
 * <p>The records of a deleted file leave every query, whoever asks; the file itself stays visible to its vendor. Immutable, thread-safe. Source: rules §4.1, §5.
 *
 * @param role the reader's
 * @param account the reader's
 * @param amounts who may see which reported amount, by schema; an amount of a schema that is absent is shown to nobody down the chain
 */
public record ReadScope(Party role, AccountId account, Map<SchemaCode, Visibility> amounts) {

    /** Where a file is while its buyer may see it. */
    public static final Set<UsageFileStatus> BUYER_STATUSES =
            Set.of(UsageFileStatus.PENDING, UsageFileStatus.REJECTED, UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED);

    /** Where a file is while resellers down the chain may see their part of it. */
    public static final Set<UsageFileStatus> CHAIN_STATUSES = Set.of(UsageFileStatus.ACCEPTED, UsageFileStatus.CLOSED);

    public ReadScope {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(account, "account");
        amounts = Map.copyOf(amounts);
    }

    public static ReadScope of(Actor actor, Map<SchemaCode, Visibility> amounts) {
        return new ReadScope(actor.role(), actor.account(), amounts);
    }

    /** Whether all of the file is seen, as the vendor, the buyer and the system do. */
    public boolean seesWhole(UsageFile file) {
        return switch (role) {
            case SYSTEM -> true;
            case VENDOR -> file.vendor().equals(account);
            case DISTRIBUTOR, RESELLER ->
                file.buyer().equals(account)
                        && file.details().environment() == Environment.PRODUCTION
                        && BUYER_STATUSES.contains(file.status());
        };
    }

    /** Whether records of the file may be seen though not all of it is, as a reseller down the chain does. */
    public boolean seesParts(UsageFile file) {
        return role == Party.RESELLER
                && !seesWhole(file)
                && file.details().counts()
                && CHAIN_STATUSES.contains(file.status());
    }

    /** Whether the part files and reconciliation files of the file are seen, which are its buyer's own and the system's to work on. */
    public boolean seesBuyersOwn(UsageFile file) {
        return role != Party.VENDOR && seesWhole(file);
    }

    /** The file as a reader sees it that sees parts of it alone. */
    public UsageFile masked(UsageFile file, RecordCounts own) {
        FileDetails all = file.details();
        var details = new FileDetails(
                all.name(),
                null,
                null,
                null,
                all.product(),
                all.contract(),
                all.marketplace(),
                all.vendor(),
                all.buyer(),
                all.schema(),
                all.period(),
                all.currency(),
                all.environment(),
                all.kind());
        return new UsageFile(
                file.id(),
                details,
                details,
                file.status(),
                own,
                null,
                FileNotes.NONE,
                null,
                0,
                file.createdAt(),
                Version.FIRST);
    }

    /** The record as the reader sees it; empty where it does not. Records that are retired are shown all the same. */
    public Optional<UsageRecord> view(UsageFile file, UsageRecord record) {
        if (file.status() == UsageFileStatus.DELETED) {
            return Optional.empty();
        }
        if (seesWhole(file)) {
            return Optional.of(record);
        }
        return seesParts(file) ? viewOfChain(file, record) : Optional.empty();
    }

    private Optional<UsageRecord> viewOfChain(UsageFile file, UsageRecord record) {
        RecordSubscription subscription = record.subscription();
        boolean shown = record.status() == RecordStatus.ACCEPTED || record.status() == RecordStatus.CLOSED;
        Tier own = subscription == null || !shown ? null : tierIn(subscription.chain());
        if (own == null || subscription == null || record.reported() == null) {
            return Optional.empty();
        }
        Tier ofRow = record.reported().tier();
        if (ofRow != null && ofRow.compareTo(own) > 0) {
            return Optional.empty();
        }
        Visibility visibility = amounts.getOrDefault(file.schema(), Visibility.NO_AMOUNTS);
        boolean seen = visibility
                .lowestTier(Columns.AMOUNT, subscription.chain(), ofRow)
                .filter(lowest -> lowest.compareTo(own) <= 0)
                .isPresent();
        return Optional.of(seen ? record : record.withoutAmount());
    }

    /** The highest place of the reader in the chain; null where it has none. The customer's place is no reseller's. */
    private @Nullable Tier tierIn(SalesChain chain) {
        for (int level = chain.parties().size() - 1; level > 0; level--) {
            ChainParty party = chain.parties().get(level);
            if (party.id().equals(account)) {
                return new Tier(level);
            }
        }
        return null;
    }
}

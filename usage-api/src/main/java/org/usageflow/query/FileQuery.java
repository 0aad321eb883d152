package org.usageflow.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.ContractId;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;

/**
 * Which usage files are wanted, in which order, from where on.
 *
 * <p>Immutable, thread-safe. Source: rules §8 (portals).
 *
 * @param statuses files in one of these; empty for any
 * @param product files of this product; null for any
 * @param contract files under this contract; null for any
 * @param kind files of this kind; null for any
 * @param period files that report on exactly this time; null for any
 * @param sort the order
 * @param descending whether the order is turned round, ties included
 * @param after the key of the last file of the page before; null for the first page
 * @param limit how many at the most, 1 or more
 * @param counted whether the exact number of all is wanted too
 */
public record FileQuery(
        Set<UsageFileStatus> statuses,
        @Nullable ProductId product,
        @Nullable ContractId contract,
        @Nullable FileKind kind,
        @Nullable UsagePeriod period,
        FileSort sort,
        boolean descending,
        @Nullable PageKey after,
        int limit,
        boolean counted) {

    /** All files by id, 100 a page, not counted. */
    public static final FileQuery ALL =
            new FileQuery(Set.of(), null, null, null, null, FileSort.ID, false, null, 100, false);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException for a limit below 1
     */
    public FileQuery {
        statuses = statuses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(statuses));
        Objects.requireNonNull(sort, "sort");
        if (limit < 1) {
            throw new IllegalArgumentException("a page has 1 element or more: " + limit);
        }
    }

    public FileQuery in(UsageFileStatus first, UsageFileStatus... more) {
        return new FileQuery(
                EnumSet.of(first, more), product, contract, kind, period, sort, descending, after, limit, counted);
    }

    public FileQuery ofProduct(ProductId id) {
        return new FileQuery(statuses, id, contract, kind, period, sort, descending, after, limit, counted);
    }

    public FileQuery ofContract(ContractId id) {
        return new FileQuery(statuses, product, id, kind, period, sort, descending, after, limit, counted);
    }

    public FileQuery ofKind(FileKind wanted) {
        return new FileQuery(statuses, product, contract, wanted, period, sort, descending, after, limit, counted);
    }

    public FileQuery ofPeriod(UsagePeriod time) {
        return new FileQuery(statuses, product, contract, kind, time, sort, descending, after, limit, counted);
    }

    public FileQuery sortedBy(FileSort order) {
        return new FileQuery(statuses, product, contract, kind, period, order, descending, after, limit, counted);
    }

    public FileQuery turnedRound() {
        return new FileQuery(statuses, product, contract, kind, period, sort, !descending, after, limit, counted);
    }

    public FileQuery after(@Nullable PageKey key) {
        return new FileQuery(statuses, product, contract, kind, period, sort, descending, key, limit, counted);
    }

    public FileQuery limit(int most) {
        return new FileQuery(statuses, product, contract, kind, period, sort, descending, after, most, counted);
    }

    public FileQuery withCount() {
        return new FileQuery(statuses, product, contract, kind, period, sort, descending, after, limit, true);
    }

    /** Whether the filters let a file through; order and page aside. */
    public boolean accepts(UsageFile file) {
        FileDetails details = file.details();
        return (statuses.isEmpty() || statuses.contains(file.status()))
                && (product == null || product.equals(details.product()))
                && (contract == null || contract.equals(details.contract()))
                && (kind == null || kind == details.kind())
                && (period == null || period.equals(details.period()));
    }
}

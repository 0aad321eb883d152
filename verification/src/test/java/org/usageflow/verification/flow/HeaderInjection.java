package org.usageflow.verification.flow;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.verification.flow.Draft.Head;

/** Faults of headers. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum HeaderInjection implements Injection {
    REQUIRED_COLUMN_MISSING(
            ProblemCode.COLUMN_MISSING,
            Carrier.ALL,
            site -> missing(
                    site,
                    site.any(
                            Columns.RECORD_ID,
                            Columns.ITEM_SEARCH_CRITERIA,
                            Columns.ITEM_SEARCH_VALUE,
                            Columns.QUANTITY,
                            Columns.START_TIME_UTC,
                            Columns.END_TIME_UTC,
                            Columns.ASSET_SEARCH_CRITERIA,
                            Columns.ASSET_SEARCH_VALUE))),
    AMOUNT_MISSING(ProblemCode.COLUMN_MISSING, Carrier.ALL, site -> missing(site, Columns.AMOUNT), Trait.AMOUNTS),
    TIER_MISSING(ProblemCode.COLUMN_MISSING, Carrier.ALL, site -> missing(site, Columns.TIER), Trait.TR),
    HEADER_MISSPELT(ProblemCode.COLUMN_UNKNOWN, Carrier.ALL, site -> {
        String text = site.any(
                "comment",
                "quantity_",
                "Amount (EUR)",
                "v_region",
                "v.",
                "v. blank",
                "p",
                "Unit price",
                "usage",
                "größe");
        site.header(added(site, text));
    }),
    COLUMN_TWICE(ProblemCode.COLUMN_DUPLICATE, Carrier.ALL, site -> {
        Head first = site.pick(site.draft.heads.stream()
                .filter(head -> !head.name.startsWith("p."))
                .toList());
        site.header(
                last(site, site.any(first.text, first.name, first.name.toUpperCase(Locale.ROOT), first.text + " ")));
    }),
    COLUMN_BY_BOTH_NAMES(ProblemCode.COLUMN_DUPLICATE, Carrier.ALL, site -> {
        boolean older = site.column(Columns.RECORD_ID).text.strip().equalsIgnoreCase("usage_record_id");
        site.header(last(site, older ? Columns.RECORD_ID : "usage_record_id"));
    }),
    TOO_MANY_PARAMETERS(ProblemCode.COLUMN_TOO_MANY, Carrier.ALL, site -> {
        long had = site.draft.heads.stream()
                .filter(head -> head.name.startsWith("v."))
                .count();
        Head hundredAndFirst = null;
        for (long i = had + 1; i <= 101 + site.random.nextInt(3); i++) {
            Head head = last(site, "v.more" + i);
            hundredAndFirst = i == 101 ? head : hundredAndFirst;
        }
        site.header(hundredAndFirst);
    }),
    TOO_MANY_COLUMNS(ProblemCode.COLUMN_TOO_MANY, Carrier.ALL, site -> {
        int most = site.draft.heads.size() + site.random.nextInt(3);
        site.limits = UploadLimits.DEFAULTS.withTable(most, 32_767, 4 << 20);
        while (site.draft.heads.size() <= most) {
            last(site, "p." + site.draft.heads.size());
        }
        site.header(site.draft.heads.get(most));
    });

    private final Fault fault;

    HeaderInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }

    private static void missing(Site site, String column) {
        Head head = site.column(column);
        site.draft.heads.remove(head);
        site.shape(Place.column(column), null);
    }

    private static Head added(Site site, String text) {
        Head head = new Head(text, null);
        site.draft.heads.add(site.random.nextInt(site.draft.heads.size() + 1), head);
        fill(site, head);
        return head;
    }

    private static Head last(Site site, String text) {
        Head head = new Head(text, null);
        site.draft.heads.add(head);
        fill(site, head);
        return head;
    }

    private static void fill(Site site, Head head) {
        List<Cell> cells = List.of(Cell.BLANK, Cell.text("text"), Cell.number("1"));
        site.draft.lines.forEach(line -> line.cells.put(head, site.pick(cells)));
    }
}

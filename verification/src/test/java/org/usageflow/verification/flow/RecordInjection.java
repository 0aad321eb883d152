package org.usageflow.verification.flow;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.verification.flow.Draft.Line;

/** Faults of records as such. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum RecordInjection implements Injection {
    ID_TWICE(ProblemCode.RECORD_ID_DUPLICATE, Carrier.ALL, site -> {
        int later = 1 + site.random.nextInt(Math.max(1, site.draft.lines.size() - 1));
        if (later >= site.draft.lines.size()) {
            throw new Site.Unfit();
        }
        Line earlier = site.draft.lines.get(site.random.nextInt(later));
        site.error(site.draft.lines.get(later), Columns.RECORD_ID, site.cell(earlier, Columns.RECORD_ID));
    }),
    ID_IN_EVERY_ROW(ProblemCode.RECORD_ID_DUPLICATE, Carrier.ALL, site -> {
        List<Line> lines = site.draft.lines;
        if (lines.size() < 2) {
            throw new Site.Unfit();
        }
        lines.get(0).cells.put(site.column(Columns.RECORD_ID), Cell.text("same"));
        lines.subList(1, lines.size()).forEach(line -> site.error(line, Columns.RECORD_ID, "same"));
    }),
    ID_TWICE_BUT_FOR_COMPOSITION(ProblemCode.RECORD_ID_DUPLICATE, Carrier.ALL, site -> {
        if (site.draft.lines.size() < 2) {
            throw new Site.Unfit();
        }
        site.draft.lines.get(0).cells.put(site.column(Columns.RECORD_ID), Cell.text("caf\u00E9"));
        site.error(site.draft.lines.get(1), Columns.RECORD_ID, "cafe\u0301");
    }),
    ID_LIVE(
            ProblemCode.RECORD_ID_ALREADY_REPORTED,
            Carrier.ALL,
            site -> site.error(site.line(), Columns.RECORD_ID, World.LIVE.value())),
    WINDOW_REVERSED(ProblemCode.RECORD_WINDOW_REVERSED, Carrier.ALL, site -> {
        Line line = site.line();
        line.cells.put(site.column(Columns.START_TIME_UTC), Cell.text("2021-07-08 10:00:01"));
        site.error(line, Columns.END_TIME_UTC, site.any("2021-07-08T10:00:00Z", "2021-07-08", "2021-06-01 0:00:00"));
    }),
    BEFORE_PERIOD(
            ProblemCode.RECORD_BEFORE_PERIOD,
            Carrier.ALL,
            site -> site.error(
                    site.line(),
                    Columns.START_TIME_UTC,
                    site.any("2021-06-30 23:59:59", "2021-01-01", "2021-06-30T23:59:59.999999999Z")),
            Trait.NO_LATE),
    AFTER_PERIOD(
            ProblemCode.RECORD_AFTER_PERIOD,
            Carrier.ALL,
            site -> site.error(
                    site.line(),
                    Columns.END_TIME_UTC,
                    site.any("2021-08-01 00:00:01", "2021-12-31", "2199-12-31 23:59:59")),
            Trait.NO_FUTURE),
    QUANTITY_NEGATIVE(
            ProblemCode.RECORD_NEGATIVE,
            Carrier.ALL,
            site -> site.error(
                    site.line(), Columns.QUANTITY, site.any(Cell.number("-1"), Cell.text("-2"), Cell.number("-1E1"))),
            Trait.NO_CORRECTIONS),
    AMOUNT_NEGATIVE(
            ProblemCode.RECORD_NEGATIVE,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.amount != null),
                    Columns.AMOUNT,
                    site.any(Cell.number("-0.01"), Cell.text(" -7.5 "))),
            Trait.NO_CORRECTIONS,
            Trait.AMOUNTS),
    PARAMETER_AGAINST_CONSTRAINT(
            ProblemCode.RECORD_PARAMETER_INVALID,
            Carrier.ALL,
            site -> site.error(site.line(), "v.region", "!bad"),
            Trait.BOUND_PARAMETERS),
    PARAMETER_OF_OTHER_TYPE(
            ProblemCode.RECORD_PARAMETER_INVALID,
            Carrier.ALL,
            site -> site.error(site.line(), "v.count", site.any("many", "101", "1.5")),
            Trait.BOUND_PARAMETERS),
    CORRECTS_NOTHING(
            ProblemCode.RECORD_CORRECTS_UNKNOWN,
            Carrier.ALL,
            site -> site.error(
                    site.line(), Columns.CORRECTS_RECORD_ID, site.any("NEVER-1", "UR-2020-01-0000-0001-0000-0001")),
            Trait.CORRECTIONS),
    CORRECTS_WHAT_IS_OPEN(
            ProblemCode.RECORD_CORRECTS_OPEN,
            Carrier.ALL,
            site -> site.error(
                    site.line(), Columns.CORRECTS_RECORD_ID, site.any(World.OPEN.value(), World.LIVE.value())),
            Trait.CORRECTIONS);

    private final Fault fault;

    RecordInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }
}

package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.core.ValidationReport;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.problem.Severity;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.verification.flow.Court.Judgement;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** The same cells as XLSX, CSV, JSON and JSON Lines are read to equal records and equal problems; only the places are told in each format's words. */
class FormatsAgreeProperties {

    private static final int REPEATS = "full".equals(System.getProperty("proof")) ? 40 : 2;

    /** What is nearly right, or nearly wrong. */
    private static final List<String> NEARLY = List.of(
            "7",
            "7.0",
            "+7",
            "-7",
            " 7 ",
            "7.",
            ".7",
            "1e1",
            "1E400",
            "7,5",
            "0",
            "-0",
            "00012",
            "1.123456789",
            "12345678901234567890.5",
            "2021-07-08",
            "2021-07-08 1:02:03",
            "2021-07-08T01:02:03Z",
            "2021-07-08T01:02:03+00:00",
            "2021-07-08T01:02:03+02:00",
            "2021-07-08T01:02Z",
            "2021-07-08 01:02:03.123456789",
            "2021-06-30 23:59:59",
            "2021-07-31 23:59:59",
            "2021-08-01",
            "2021-08-01 00:00:00",
            "2021-02-29",
            "2021-07-08T01:02:03-00:00",
            "2021-07-08T01:02:03Z ",
            " 2021-07-08",
            "item.mpn",
            "ITEM.MPN",
            " item.mpn ",
            "item.local_id",
            "asset.id",
            "Asset.External_Id",
            "parameter.tenant_id",
            "parameter.region",
            "PARAMETER.tenant_id",
            "0001",
            "MPN-0001",
            "tenant 0001",
            "uid-0001",
            "eu",
            "R-0",
            "LIVE-1",
            "CLOSED-1",
            "OPEN-1",
            "compute",
            "D-0",
            "decimal(8)",
            "Decimal_4",
            "integer",
            " ",
            "\u00A0",
            "\t",
            "\n",
            "a\u0007b",
            "\u007F",
            "1",
            "2",
            "3",
            "999",
            "1000");

    /** Columns whose cells can be in error by themselves, and what then is in them. */
    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private enum Fault {
        ID(
                ProblemCode.VALUE_HAS_CONTROL_CHARACTER,
                "a\u0001b",
                Columns.RECORD_ID,
                Columns.ITEM_SEARCH_VALUE,
                "v.region"),
        LONG(ProblemCode.VALUE_TOO_LONG, "x".repeat(300), Columns.ASSET_SEARCH_VALUE, Columns.ITEM_SEARCH_VALUE),
        WORD(ProblemCode.VALUE_NOT_ALLOWED, "none", Columns.ITEM_SEARCH_CRITERIA, Columns.ASSET_SEARCH_CRITERIA),
        NUMBER(ProblemCode.VALUE_NOT_A_NUMBER, "x7", Columns.QUANTITY, Columns.AMOUNT),
        TIME(ProblemCode.VALUE_NOT_A_TIME, "soon", Columns.START_TIME_UTC, Columns.END_TIME_UTC),
        OFFSET(ProblemCode.VALUE_NOT_UTC, "2021-07-08T00:00:00+01:00", Columns.START_TIME_UTC, Columns.END_TIME_UTC);

        private final ProblemCode code;
        private final String text;
        private final Set<String> columns;

        Fault(ProblemCode code, String text, String... columns) {
            this.code = code;
            this.text = text;
            this.columns = Set.of(columns);
        }
    }

    /** A problem without the words for its place: -1 is the header's row, -2 that of no row. */
    private record Found(ProblemCode code, Severity severity, String column, int row, String value) {}

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void cells_of_any_kind_are_read_alike(@ForAll long seed) {
        for (int i = 0; i < REPEATS; i++) {
            var random = new Random(seed + i);
            World world = World.random(EnumSet.noneOf(Trait.class), random);
            Draft draft = plain(world, random);
            for (int changes = random.nextInt(12); changes > 0; changes--) {
                Line line = draft.lines.get(random.nextInt(draft.lines.size()));
                Head head = draft.heads.get(random.nextInt(draft.heads.size()));
                line.cells.put(head, hostile(random));
            }
            if (random.nextInt(10) == 0) {
                draft.heads.add(new Head(random.nextBoolean() ? "unknown" : "quantity", null));
            }

            Map<Carrier, Judgement> judged = new EnumMap<>(Carrier.class);
            Map<Carrier, List<Found>> found = new EnumMap<>(Carrier.class);
            judge(world, draft, random, judged, found);

            for (Carrier carrier : Carrier.ALL) {
                String what =
                        carrier + " and XLSX, seed " + (seed + i) + ", " + world.schema() + ":\n" + draft.describe();
                ValidationReport report = judged.get(carrier).report();
                ValidationReport reference = judged.get(Carrier.XLSX).report();
                assertThat(found.get(carrier)).as(what).isEqualTo(found.get(Carrier.XLSX));
                assertThat(judged.get(carrier).records())
                        .as(what)
                        .isEqualTo(judged.get(Carrier.XLSX).records());
                assertThat(report.rows()).as(what).isEqualTo(reference.rows());
                assertThat(report.totals()).as(what).isEqualTo(reference.totals());
                assertThat(report.isValid()).as(what).isEqualTo(reference.isValid());
                assertThat(report.countByCode()).as(what).isEqualTo(reference.countByCode());
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void faults_in_so_many_cells_are_so_many_problems(@ForAll long seed) {
        var random = new Random(seed);
        World world = World.random(EnumSet.noneOf(Trait.class), random);
        Draft draft = plain(world, random);
        Set<Found> expected = new HashSet<>();
        Set<Integer> invalid = new HashSet<>();
        for (int wanted = 1 + random.nextInt(20); wanted > 0; wanted--) {
            int row = random.nextInt(draft.lines.size());
            Head head = draft.heads.get(random.nextInt(draft.heads.size()));
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            boolean taken = expected.stream()
                    .anyMatch(each -> each.row() == row && each.column().equals(head.name));
            if (fault.columns.contains(head.name) && !taken) {
                draft.lines.get(row).cells.put(head, Cell.text(fault.text));
                expected.add(new Found(fault.code, Severity.ERROR, head.name, row, fault.text));
                invalid.add(row);
            }
        }

        Map<Carrier, Judgement> judged = new EnumMap<>(Carrier.class);
        Map<Carrier, List<Found>> found = new EnumMap<>(Carrier.class);
        judge(world, draft, random, judged, found);

        for (Carrier carrier : Carrier.ALL) {
            String what = carrier + ", seed " + seed + ", " + world.schema() + ":\n" + draft.describe();
            assertThat(found.get(carrier)).as(what).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(judged.get(carrier).report().rows().invalid()).as(what).isEqualTo(invalid.size());
            assertThat(found.get(carrier)).as(what).isSortedAccordingTo(byPlace(draft));
        }
    }

    private static Comparator<Found> byPlace(Draft draft) {
        return Comparator.comparingInt(Found::row)
                .thenComparingInt(each -> draft.heads.indexOf(draft.head(each.column())));
    }

    /** A valid upload of cells that every format knows. */
    private static Draft plain(World world, Random random) {
        Draft draft = Drafts.random(world, Carrier.CSV, random);
        draft.general = null;
        for (Line line : draft.lines) {
            // A number is the same text in every format only as plain digits
            line.cells.replaceAll((head, cell) -> cell.text().contains("E") ? Cell.text(cell.text()) : cell);
        }
        return draft;
    }

    private static Cell hostile(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Cell.BLANK;
            case 1 -> Cell.text(NastyCells.text(random));
            case 2 ->
                Cell.number(List.of("7", "0", "1.5", "-3", "44385.5", "999999999999999")
                        .get(random.nextInt(6)));
            default -> Cell.text(NEARLY.get(random.nextInt(NEARLY.size())));
        };
    }

    private static void judge(
            World world, Draft draft, Random random, Map<Carrier, Judgement> judged, Map<Carrier, List<Found>> found) {
        for (Carrier carrier : Carrier.ALL) {
            Written written = carrier.write(draft, random);
            Judgement judgement = Court.judge(world, written, draft.delimiter, UploadLimits.DEFAULTS);
            judged.put(carrier, judgement);
            List<Found> all = new ArrayList<>();
            for (Problem problem : judgement.report().problems()) {
                all.add(new Found(
                        problem.code(),
                        problem.severity(),
                        problem.place().column(),
                        row(draft, written, problem),
                        problem.value()));
            }
            found.put(carrier, all);
        }
    }

    /** The row whose cell of the named column stands where the problem does. */
    private static int row(Draft draft, Written written, Problem problem) {
        Head head = draft.head(String.valueOf(problem.place().column()));
        int column = draft.heads.indexOf(head);
        boolean cell = head != null && problem.code().group() != ProblemGroup.COLUMN;
        for (int row = 0; cell && row < draft.lines.size(); row++) {
            if (problem.place().equals(written.places().cell(row, column, head))) {
                return row;
            }
        }
        return problem.place().row() == null ? -2 : -1;
    }
}

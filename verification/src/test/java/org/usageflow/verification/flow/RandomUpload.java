package org.usageflow.verification.flow;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.usageflow.command.ValidateUpload;
import org.usageflow.core.Usageflow;
import org.usageflow.problem.Place;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/**
 * An upload as chance will have it, for properties of other packages.
 *
 * @param what it is, for messages
 * @param library that judges it
 * @param command with which
 * @param content its bytes
 * @param categories the bytes of a second file; null for none
 * @param delimiter of CSV
 * @param corrections what the cells in error held before the fault was put in, by row and column; empty text for blank
 */
public record RandomUpload(
        String what,
        Usageflow library,
        ValidateUpload command,
        byte[] content,
        byte[] categories,
        char delimiter,
        Map<Spot, Value> corrections) {

    private static final int PATIENCE = 300;

    /** A cell by what a problem names: the row, the column, and the pointer where there is one, since objects may share a line. */
    public record Spot(long row, String column, String pointer) {

        public static Spot of(Place place) {
            return new Spot(place.row(), place.column(), place.pointer());
        }
    }

    /** A cell's text, and whether it is a number. */
    public record Value(String text, boolean number) {}

    /** The names of the formats. */
    public static List<String> carriers() {
        return Stream.of(Carrier.values()).map(Enum::name).toList();
    }

    /** One upload for each injection and format, with the fault put in. */
    public static Stream<RandomUpload> faulty(long seed) {
        var random = new Random(seed);
        return Injection.all().stream()
                .flatMap(injection -> injection.fault().carriers().stream()
                        .map(carrier -> faulty(injection, carrier, new Random(random.nextLong()))));
    }

    private static RandomUpload faulty(Injection injection, Carrier carrier, Random random) {
        for (int i = 0; i < PATIENCE; i++) {
            World world = World.random(injection.fault().traits(), random);
            Draft draft = Drafts.random(world, carrier, random);
            var site = new Site(injection, world, draft, carrier, random);
            try {
                injection.fault().injecting().accept(site);
            } catch (Site.Unfit e) {
                continue;
            }
            return of(injection + " " + carrier, world, draft, carrier.write(draft, random), site.limits, Map.of());
        }
        throw new AssertionError(injection + ": no draft has a place for the fault");
    }

    /** A valid upload, or one of cells of any kind. */
    public static RandomUpload any(String format, Random random, boolean sound) {
        Carrier carrier = Carrier.valueOf(format);
        World world = World.random(EnumSet.noneOf(Trait.class), random);
        Draft draft = Drafts.random(world, carrier, random);
        for (int changes = sound ? 0 : random.nextInt(12); changes > 0; changes--) {
            Line line = draft.lines.get(random.nextInt(draft.lines.size()));
            Head head = draft.heads.get(random.nextInt(draft.heads.size()));
            line.cells.put(head, hostile(random));
        }
        return of(format, world, draft, carrier.write(draft, random), UploadLimits.DEFAULTS, Map.of());
    }

    private static Cell hostile(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Cell.BLANK;
            case 1 -> Cell.text(NastyCells.text(random));
            case 2 -> Cell.number("1.5");
            case 3 -> new Cell(Cell.Kind.DATE, "44385.5");
            case 4 -> new Cell(Cell.Kind.TRUTH, "TRUE");
            case 5 -> new Cell(Cell.Kind.ERROR, "#N/A");
            default -> Cell.text("=cmd|'/c calc'!A1");
        };
    }

    /** An upload with some cells in error, whose sound values are known. */
    public static RandomUpload correctable(String format, Random random, int faults) {
        Carrier carrier = Carrier.valueOf(format);
        World world = World.random(EnumSet.noneOf(Trait.class), random);
        Draft draft = Drafts.random(world, carrier, random);
        // The tab is written anew, and what it says must not stand in the way
        draft.general = null;
        Map<Line, Map<Head, Cell>> sound = new HashMap<>();
        Set<Line> copied = new HashSet<>();
        for (int i = 0; i < faults; i++) {
            Line line = draft.lines.get(random.nextInt(draft.lines.size()));
            Head head = draft.heads.get(random.nextInt(draft.heads.size()));
            Map<Head, Cell> former = sound.computeIfAbsent(line, key -> new HashMap<>());
            // A wrong criterion hides that the value is wrong too
            boolean masked = former.keySet().stream().anyMatch(other -> isAsset(other) && isAsset(head));
            boolean free =
                    !masked && !former.containsKey(head) && !(copied.contains(line) && "record_id".equals(head.name));
            Cell wrong = free ? wrong(draft, line, head, random) : null;
            if (wrong != null) {
                former.put(head, line.cell(head));
                line.cells.put(head, wrong);
            }
            if (wrong != null && "record_id".equals(head.name)) {
                earlier(draft, line, head, sound, random).ifPresent(other -> {
                    line.cells.put(head, other.cell(head));
                    copied.add(other);
                });
            }
        }
        Written written = carrier.write(draft, random);
        Map<Spot, Value> corrections = new HashMap<>();
        sound.forEach((line, cells) -> cells.forEach((head, cell) -> {
            Place place = written.places().cell(draft.lines.indexOf(line), draft.heads.indexOf(head), head);
            corrections.put(Spot.of(place), value(cell));
        }));
        return of(format, world, draft, written, UploadLimits.DEFAULTS, corrections);
    }

    private static boolean isAsset(Head head) {
        return head.name != null && head.name.startsWith("asset_search_");
    }

    private static Value value(Cell cell) {
        Set<Cell.Kind> known = EnumSet.of(Cell.Kind.BLANK, Cell.Kind.TEXT, Cell.Kind.NUMBER);
        return known.contains(cell.kind()) ? new Value(cell.text(), cell.kind() == Cell.Kind.NUMBER) : null;
    }

    /** Something that is wrong there whatever the rest of the row; null for columns where little is. */
    private static Cell wrong(Draft draft, Line line, Head head, Random random) {
        if (head.name == null || value(line.cell(head)) == null) {
            return null;
        }
        return switch (head.name) {
            case Columns.RECORD_ID -> Cell.text("a\u0002b");
            case Columns.ITEM_SEARCH_CRITERIA, Columns.ASSET_SEARCH_CRITERIA -> Cell.text("none");
            case Columns.ASSET_SEARCH_VALUE -> Cell.text(random.nextBoolean() ? "x".repeat(300) : "nobody");
            case Columns.QUANTITY -> Cell.text(random.nextBoolean() ? "x7" : "");
            case Columns.START_TIME_UTC, Columns.END_TIME_UTC -> Cell.text("2021-07-08T00:00:00+01:00");
            case Columns.RECORD_NOTE -> Cell.text("a\u0001b");
            default -> null;
        };
    }

    /** A line before, whose id is as it was: the later one of two that are equal is in error. */
    private static Optional<Line> earlier(
            Draft draft, Line line, Head head, Map<Line, Map<Head, Cell>> sound, Random random) {
        List<Line> all = draft.lines.subList(0, draft.lines.indexOf(line)).stream()
                .filter(each -> !sound.getOrDefault(each, Map.of()).containsKey(head))
                .toList();
        return all.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static RandomUpload of(
            String what, World world, Draft draft, Written written, UploadLimits limits, Map<Spot, Value> corrections) {
        return new RandomUpload(
                what + ", " + world.schema() + ":\n" + draft.describe(),
                Court.library(world, draft.delimiter, limits),
                world.catalog().command(),
                written.content(),
                written.categories(),
                draft.delimiter,
                corrections);
    }
}

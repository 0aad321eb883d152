package org.usageflow.verification.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.usageflow.model.Item;
import org.usageflow.model.ItemSearch;
import org.usageflow.model.ItemType;
import org.usageflow.model.Subscription;
import org.usageflow.model.SubscriptionSearch;
import org.usageflow.schema.Columns;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** Makes random valid uploads of a world, written as vendors write them: every spelling that the rules allow. */
final class Drafts {

    private static final int MOST_LINES = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final long DAY = 86_400;

    private final World world;
    private final Carrier carrier;
    private final Random random;
    private final Draft draft = new Draft();
    private int consumptions;

    private Drafts(World world, Carrier carrier, Random random) {
        this.world = world;
        this.carrier = carrier;
        this.random = random;
    }

    /** A valid upload of 1 to 40 rows. */
    static Draft random(World world, Carrier carrier, Random random) {
        return new Drafts(world, carrier, random).draft();
    }

    private Draft draft() {
        draft.delimiter = List.of(',', ';', '\t').get(random.nextInt(3));
        draft.dates = random.nextBoolean() ? DateSystem.EXCEL_1900 : DateSystem.EXCEL_1904;
        draft.tab = List.of("records", "Records ", "usage_records", " RECORDS").get(random.nextInt(4));
        if (world.traits().contains(Trait.CATEGORIES) || random.nextInt(3) == 0) {
            draft.categories = new ArrayList<>(List.of("compute", "größe", "3"));
        }
        if (world.traits().contains(Trait.GENERAL) || random.nextInt(3) == 0) {
            draft.general = general();
        }
        heads();
        int wanted = 1 + (random.nextInt(4) == 0 ? random.nextInt(MOST_LINES) : random.nextInt(8));
        while (draft.lines.size() < wanted) {
            consumption(wanted - draft.lines.size());
        }
        Collections.shuffle(draft.lines, random);
        return draft;
    }

    private Map<String, String> general() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("report_name", "A report");
        attributes.put("product_id", world.catalog().product().id().value());
        attributes.put("usage_schema", world.schema().toLowerCase(Locale.ROOT));
        if (world.hasAmounts()) {
            attributes.put("currency", "EUR");
        }
        return attributes;
    }

    private void heads() {
        List<String> names = new ArrayList<>(List.of(
                Columns.RECORD_ID,
                Columns.ITEM_SEARCH_CRITERIA,
                Columns.ITEM_SEARCH_VALUE,
                Columns.QUANTITY,
                Columns.START_TIME_UTC,
                Columns.END_TIME_UTC,
                Columns.ASSET_SEARCH_CRITERIA,
                Columns.ASSET_SEARCH_VALUE,
                "v.region"));
        optionally(names, world.hasAmounts(), Columns.AMOUNT);
        optionally(names, world.hasTiers(), Columns.TIER);
        optionally(names, draft.categories != null, Columns.CATEGORY_ID);
        optionally(names, world.corrections(), Columns.CORRECTS_RECORD_ID);
        optionally(names, random.nextBoolean(), Columns.RECORD_NOTE, Columns.ASSET_RECON_ID);
        optionally(names, random.nextBoolean(), "v.b/c~d", "p.private", "status", "errors");
        if (world.catalog().product().capabilities().dynamicItems()) {
            optionally(names, true, Columns.ITEM_NAME, Columns.ITEM_MPN, Columns.ITEM_UNIT, Columns.ITEM_PRECISION);
        }
        Collections.shuffle(names, random);
        names.forEach(name -> draft.heads.add(new Head(spelling(name), name)));
    }

    private static void optionally(List<String> names, boolean wanted, String... more) {
        if (wanted) {
            names.addAll(List.of(more));
        }
    }

    private String spelling(String name) {
        String chosen = name.equals(Columns.RECORD_ID) && random.nextInt(4) == 0 ? "usage_record_id" : name;
        return switch (random.nextInt(6)) {
            case 0 -> chosen.toUpperCase(Locale.ROOT);
            case 1 -> " " + chosen + " ";
            default -> chosen;
        };
    }

    /** Rows of one consumption: in TR one for each tier up to a highest, else one. */
    private void consumption(int most) {
        Subscription subscription = pick(world.active());
        List<Item> items = world.catalog().reportable();
        Item item = pick(items);
        boolean dynamic = world.catalog().product().capabilities().dynamicItems() && random.nextInt(3) == 0;
        boolean payPerUse = dynamic || item.type() == ItemType.PPU;
        int decimals = dynamic ? 4 : item.precision().decimals();
        BigDecimal quantity = decimal(1 + random.nextInt(100_000), decimals);
        int highest = world.hasTiers() && payPerUse
                ? Math.min(
                        most - 1,
                        random.nextInt(subscription.chain().buyerTier().level() + 1))
                : 0;
        long start = world.catalog().period().start().getEpochSecond() + 60L * consumptions++;
        long end = start + random.nextInt(20 * (int) DAY);
        Line shared = new Line();
        describeItem(shared, item, dynamic);
        set(shared, Columns.CATEGORY_ID, draft.categories == null ? "" : maybe(pick(draft.categories)));
        set(shared, "v.region", maybe(NastyCells.text(random)));
        set(shared, "v.b/c~d", maybe(NastyCells.text(random)));
        for (int tier = 0; tier <= highest; tier++) {
            Line line = shared.copy();
            line.consumption = consumptions;
            line.quantity = quantity;
            set(line, Columns.RECORD_ID, NastyCells.id(random, draft.lines.size()));
            put(line, Columns.QUANTITY, number(quantity));
            put(line, Columns.START_TIME_UTC, time(start));
            put(line, Columns.END_TIME_UTC, time(end));
            search(line, subscription);
            extras(line);
            if (payPerUse && world.hasAmounts()) {
                line.amount = decimal(1_000_000 - 1_000L * tier - random.nextInt(900), 2);
                put(line, Columns.AMOUNT, number(line.amount));
            }
            if (payPerUse && world.hasTiers()) {
                line.tier = tier;
                put(line, Columns.TIER, number(BigDecimal.valueOf(tier)));
            }
            draft.lines.add(line);
        }
    }

    private void describeItem(Line line, Item item, boolean dynamic) {
        ItemSearch search = pick(world.catalog().searches(item));
        set(line, Columns.ITEM_SEARCH_CRITERIA, cased(search.criterion().code()));
        set(line, Columns.ITEM_SEARCH_VALUE, dynamic ? "DYN-" + random.nextInt(4) : search.value());
        if (dynamic) {
            String number =
                    line.cell(draft.head(Columns.ITEM_SEARCH_VALUE)).text().substring(4);
            set(line, Columns.ITEM_NAME, "Dynamic " + number);
            set(line, Columns.ITEM_MPN, "D-" + number);
            set(line, Columns.ITEM_UNIT, "unit");
            set(line, Columns.ITEM_PRECISION, pick(List.of("decimal(4)", "Decimal(4)", "decimal_4")));
        }
    }

    private void search(Line line, Subscription subscription) {
        SubscriptionSearch search = pick(world.catalog().searches(subscription));
        String code = search.criterion().code();
        set(line, Columns.ASSET_SEARCH_CRITERIA, code.startsWith("parameter") ? code : cased(code));
        boolean numeric = search.value().matches("[0-9]{12}") && random.nextBoolean();
        put(line, Columns.ASSET_SEARCH_VALUE, numeric ? Cell.number(search.value()) : Cell.text(search.value()));
    }

    private void extras(Line line) {
        set(line, Columns.RECORD_NOTE, maybe(NastyCells.text(random)));
        set(line, Columns.ASSET_RECON_ID, maybe("recon " + random.nextInt(9)));
        set(line, "p.private", maybe("private"));
        set(line, "status", maybe("invalid"));
        set(line, "errors", maybe("VALUE_NOT_A_NUMBER: it was"));
        if (world.corrections() && random.nextInt(3) == 0) {
            set(line, Columns.CORRECTS_RECORD_ID, World.CLOSED.value());
        }
    }

    private String cased(String word) {
        return random.nextInt(5) == 0 ? word.toUpperCase(Locale.ROOT) : word;
    }

    private String maybe(String text) {
        return random.nextInt(3) == 0 ? "" : text;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void set(Line line, String column, String text) {
        put(line, column, Cell.text(text));
    }

    private void put(Line line, String column, Cell cell) {
        Head head = draft.head(column);
        if (head != null) {
            line.cells.put(head, cell);
        }
    }

    private static BigDecimal decimal(long unscaled, int decimals) {
        BigDecimal value = BigDecimal.valueOf(unscaled, Math.min(decimals, 4)).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** A number cell, or text in one of the spellings of numbers. */
    private Cell number(BigDecimal value) {
        String plain = value.toPlainString();
        return switch (random.nextInt(6)) {
            case 0 -> Cell.text(plain);
            case 1 -> Cell.text(" +" + plain + " ");
            case 2 ->
                Cell.text(value.setScale(value.scale() + 3, RoundingMode.UNNECESSARY)
                        .toPlainString());
            case 3 -> Cell.number(value.unscaledValue() + "E-" + value.scale());
            default -> Cell.number(plain);
        };
    }

    private Cell time(long second) {
        var time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
        return switch (random.nextInt(carrier == Carrier.XLSX ? 7 : 5)) {
            case 0 -> Cell.text(SHORT.format(time));
            case 1 -> Cell.text(ISO.format(time) + "Z");
            case 2 -> Cell.text(ISO.format(time) + ".000+00:00");
            case 5, 6 -> new Cell(Cell.Kind.DATE, serial(second));
            default -> Cell.text(TIME.format(time));
        };
    }

    private String serial(long second) {
        long epoch = draft.dates == DateSystem.EXCEL_1900 ? 25_569 : 24_107;
        return BigDecimal.valueOf(second)
                .divide(BigDecimal.valueOf(DAY), 11, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(epoch))
                .stripTrailingZeros()
                .toPlainString();
    }
}

package org.usageflow.verification.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.usageflow.problem.ProblemCode;
import org.usageflow.schema.Columns;
import org.usageflow.verification.flow.Cell.Kind;
import org.usageflow.verification.flow.Draft.Head;
import org.usageflow.verification.flow.Draft.Line;

/** Faults of single cells. */
@SuppressWarnings("ImmutableEnumChecker") // a fault is immutable
enum ValueInjection implements Injection {
    REQUIRED_CELL_BLANK(ProblemCode.VALUE_REQUIRED, Carrier.ALL, site -> {
        String column = site.any(
                Columns.RECORD_ID,
                Columns.ITEM_SEARCH_CRITERIA,
                Columns.ITEM_SEARCH_VALUE,
                Columns.QUANTITY,
                Columns.START_TIME_UTC,
                Columns.END_TIME_UTC,
                Columns.ASSET_SEARCH_CRITERIA,
                Columns.ASSET_SEARCH_VALUE);
        site.error(site.line(), column, site.any("", " ", "\u00A0 "));
    }),
    AMOUNT_BLANK(
            ProblemCode.VALUE_REQUIRED,
            Carrier.ALL,
            site -> site.error(site.line(line -> line.amount != null), Columns.AMOUNT, Cell.BLANK),
            Trait.AMOUNTS),
    TIER_BLANK(
            ProblemCode.VALUE_REQUIRED,
            Carrier.ALL,
            site -> site.error(site.line(line -> line.tier != null), Columns.TIER, Cell.BLANK),
            Trait.TR),
    AMOUNT_IN_QT(
            ProblemCode.VALUE_UNEXPECTED,
            Carrier.ALL,
            site -> site.error(site.line(), site.any(Columns.AMOUNT, Columns.TIER), Cell.number("1")),
            Trait.QT),
    AMOUNT_OF_RESERVATION(
            ProblemCode.VALUE_UNEXPECTED,
            Carrier.ALL,
            site -> site.error(site.line(line -> line.amount == null), Columns.AMOUNT, Cell.number("0")),
            Trait.AMOUNTS,
            Trait.RESERVATION),
    TIER_OF_RESERVATION(
            ProblemCode.VALUE_UNEXPECTED,
            Carrier.ALL,
            site -> site.error(site.line(line -> line.tier == null), Columns.TIER, Cell.text("0")),
            Trait.TR,
            Trait.RESERVATION),
    CORRECTION_WHERE_THERE_ARE_NONE(
            ProblemCode.VALUE_UNEXPECTED,
            Carrier.ALL,
            site -> site.error(site.line(), Columns.CORRECTS_RECORD_ID, World.CLOSED.value()),
            Trait.NO_CORRECTIONS),
    CELL_WITHOUT_HEADER(ProblemCode.VALUE_UNEXPECTED, Carrier.TABLES, site -> {
        var nameless = new Head(site.any("", " "), null);
        int at = site.random.nextInt(site.draft.heads.size() + 1);
        site.draft.heads.add(at, at == site.draft.heads.size() ? new Head("", null) : nameless);
        Line line = site.line();
        Head head = site.draft.heads.get(at);
        line.cells.put(head, Cell.text("stray"));
        site.invalid.add(line);
        site.findings.add(new Site.Finding(
                ProblemCode.VALUE_UNEXPECTED, org.usageflow.problem.Severity.ERROR, line, head, null, "stray"));
    }),
    NUMBER_AS_OTHER_TEXT(ProblemCode.VALUE_NOT_A_NUMBER, Carrier.ALL, site -> {
        String text = site.any(
                "x7",
                "1,5",
                "1.000,00",
                "1 000",
                "NaN",
                "Infinity",
                "-",
                ".",
                "0x1F",
                "7d",
                "1e",
                "1e400",
                "1e-39",
                "--1",
                "٣",
                "=1+1",
                "1".repeat(39),
                "TRUE",
                "\"5\"");
        site.error(site.line(), Columns.QUANTITY, text);
    }),
    AMOUNT_OR_TIER_AS_OTHER_TEXT(
            ProblemCode.VALUE_NOT_A_NUMBER,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.tier != null),
                    site.any(Columns.AMOUNT, Columns.TIER),
                    site.any("EUR 5", "one", "5 €", "1/2")),
            Trait.TR),
    NUMBER_AS_TRUTH(
            ProblemCode.VALUE_NOT_A_NUMBER,
            EnumSet.of(Carrier.XLSX, Carrier.JSON, Carrier.JSONL),
            site -> site.error(site.line(), Columns.QUANTITY, new Cell(Kind.TRUTH, site.any("TRUE", "FALSE")))),
    NUMBER_AS_DATE(
            ProblemCode.VALUE_NOT_A_NUMBER,
            EnumSet.of(Carrier.XLSX),
            site -> site.error(site.line(), Columns.QUANTITY, new Cell(Kind.DATE, "43832"))),
    NUMBER_TOO_LONG(
            ProblemCode.VALUE_NOT_A_NUMBER,
            Carrier.ALL,
            site -> site.error(
                    site.line(), Columns.QUANTITY, Cell.number(site.any("1E400", "1e999999999", "1E38", "1e-40")))),
    QUANTITY_FINER_THAN_ITEM(ProblemCode.VALUE_TOO_PRECISE, Carrier.ALL, site -> {
        String text = site.any("0.000000001", "1.123456789");
        site.error(site.line(), Columns.QUANTITY, site.any(Cell.text(text), Cell.number(text)));
    }),
    QUANTITY_OF_WHOLE_ITEM_WITH_FRACTION(
            ProblemCode.VALUE_TOO_PRECISE,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.amount == null),
                    Columns.QUANTITY,
                    Cell.number(site.any("1.5", "0.1", "25e-1"))),
            Trait.RESERVATION_ALONE,
            Trait.QT),
    AMOUNT_TOO_FINE(
            ProblemCode.VALUE_TOO_PRECISE,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.amount != null), Columns.AMOUNT, site.any("1.000000001", "0.123456789")),
            Trait.AMOUNTS),
    TIME_AS_OTHER_TEXT(ProblemCode.VALUE_NOT_A_TIME, Carrier.ALL, site -> {
        String text = site.any(
                "yesterday",
                "08/07/2021",
                "2021-02-30",
                "2021-07-08 24:00:00",
                "2021-07-08 10:60:00",
                "2021-07-08 10:00",
                "1969-12-31",
                "2200-01-01 00:00:00",
                "2021-7-8",
                "20210708",
                "2021-07-08T10:00:00",
                "44385.5",
                "2021-07-08 10:00:00 AM",
                "=NOW()");
        site.error(site.line(), site.any(Columns.START_TIME_UTC, Columns.END_TIME_UTC), text);
    }),
    TIME_AS_NUMBER(
            ProblemCode.VALUE_NOT_A_TIME,
            EnumSet.of(Carrier.XLSX, Carrier.JSON, Carrier.JSONL),
            site -> site.error(
                    site.line(),
                    site.any(Columns.START_TIME_UTC, Columns.END_TIME_UTC),
                    site.any(Cell.number("44385.5"), Cell.number("1625702400"), new Cell(Kind.TRUTH, "TRUE")))),
    DATE_BEFORE_THE_YEARS_READ(
            ProblemCode.VALUE_NOT_A_TIME,
            EnumSet.of(Carrier.XLSX),
            site -> site.error(
                    site.line(), Columns.START_TIME_UTC, new Cell(Kind.DATE, site.any("1", "0.5", "-3", "200000")))),
    TIME_OF_OTHER_OFFSET(ProblemCode.VALUE_NOT_UTC, Carrier.ALL, site -> {
        String text = site.any("+02:00", "-05:00", "+05:30", "+00:01", "-00:30", "+14:00");
        site.error(site.line(), site.any(Columns.START_TIME_UTC, Columns.END_TIME_UTC), "2021-07-08T10:00:00" + text);
    }),
    IDENTIFIER_TOO_LONG(ProblemCode.VALUE_TOO_LONG, Carrier.ALL, site -> {
        String column = site.any(
                Columns.RECORD_ID,
                Columns.ITEM_SEARCH_VALUE,
                Columns.ASSET_SEARCH_VALUE,
                Columns.ASSET_SEARCH_CRITERIA,
                Columns.ASSET_RECON_ID);
        site.error(site.line(), column, "i".repeat(site.any(256, 999, 1_000)));
    }),
    TEXT_TOO_LONG(
            ProblemCode.VALUE_TOO_LONG,
            Carrier.ALL,
            site -> site.error(
                    site.line(),
                    site.any(Columns.RECORD_NOTE, "v.region"),
                    "t".repeat(site.any(4_001, 32_767, 32_768, 50_000)))),
    WORD_NOT_ALLOWED(ProblemCode.VALUE_NOT_ALLOWED, Carrier.ALL, site -> {
        if (site.random.nextBoolean()) {
            site.error(
                    site.line(),
                    Columns.ITEM_SEARCH_CRITERIA,
                    site.any("item.name", "mpn", "item", "asset.id", "item.mpn;"));
        } else {
            site.error(
                    site.line(),
                    Columns.ASSET_SEARCH_CRITERIA,
                    site.any("asset.name", "parameter.", "id", "asset", "item.mpn"));
        }
    }),
    TIER_NOT_WHOLE(
            ProblemCode.VALUE_NOT_ALLOWED,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> line.tier != null),
                    Columns.TIER,
                    site.any(Cell.number("-1"), Cell.text("0.5"), Cell.number("1000"))),
            Trait.TR),
    PRECISION_NOT_ALLOWED(
            ProblemCode.VALUE_NOT_ALLOWED,
            Carrier.ALL,
            site -> site.error(
                    site.line(line -> !site.cell(line, Columns.ITEM_MPN).isBlank()),
                    Columns.ITEM_PRECISION,
                    site.any("decimal(3)", "8", "decimal", "whole")),
            Trait.DYNAMIC),
    STRUCTURE_IN_PLACE_OF_A_VALUE(
            ProblemCode.VALUE_NOT_ALLOWED,
            Carrier.ANY_JSON,
            site -> site.error(
                    site.line(),
                    site.any(
                            Columns.RECORD_ID,
                            Columns.QUANTITY,
                            Columns.START_TIME_UTC,
                            Columns.ITEM_SEARCH_CRITERIA,
                            "v.region"),
                    new Cell(Kind.STRUCTURE, site.any("{}", "[]", "[1]", "{\"a\":{}}")))),
    ERROR_VALUE(
            ProblemCode.VALUE_IN_ERROR,
            EnumSet.of(Carrier.XLSX),
            site -> site.error(site.line(), meaning(site), new Cell(Kind.ERROR, site.any("#N/A", "#DIV/0!", "#REF!")))),
    FORMULA_WITHOUT_VALUE(
            ProblemCode.VALUE_IN_ERROR,
            EnumSet.of(Carrier.XLSX),
            site -> site.error(site.line(), meaning(site), new Cell(Kind.FORMULA, ""))),
    CONTROL_CHARACTER(ProblemCode.VALUE_HAS_CONTROL_CHARACTER, Carrier.ALL, site -> {
        String column = site.any(
                Columns.RECORD_ID,
                Columns.RECORD_NOTE,
                Columns.ITEM_SEARCH_VALUE,
                Columns.ASSET_SEARCH_VALUE,
                "v.region");
        site.error(site.line(), column, site.any("a\u0007b", "\u0001x", "x\u001F", "a\u007Fb", "a\u0085b", "a\u009Fb"));
    }),
    LONE_SURROGATE(
            ProblemCode.VALUE_HAS_CONTROL_CHARACTER,
            EnumSet.of(Carrier.XLSX, Carrier.JSON, Carrier.JSONL),
            site -> site.error(
                    site.line(), site.any(Columns.RECORD_ID, "v.region"), site.any("a\uD83Db", "\uDE00", "x\uD83D"))),
    QUANTITY_BEYOND_FIFTEEN_DIGITS(ProblemCode.VALUE_DAMAGED, EnumSet.of(Carrier.XLSX), site -> {
        Line line = site.line();
        line.cells.put(site.column(Columns.QUANTITY), Cell.number(damaged(line.quantity)));
        site.warning(line, Columns.QUANTITY);
    }),
    AMOUNT_BEYOND_FIFTEEN_DIGITS(
            ProblemCode.VALUE_DAMAGED,
            EnumSet.of(Carrier.XLSX),
            site -> {
                Line line = site.line(each -> each.amount != null);
                line.cells.put(site.column(Columns.AMOUNT), Cell.number(damaged(line.amount)));
                site.warning(line, Columns.AMOUNT);
            },
            Trait.AMOUNTS),
    IDENTIFIER_BEYOND_FIFTEEN_DIGITS(ProblemCode.VALUE_DAMAGED, EnumSet.of(Carrier.XLSX), site -> {
        Line line = site.line();
        line.cells.put(
                site.column(Columns.RECORD_ID), Cell.number(site.any("12345678901234567", "1.2345678901234567E16")));
        site.warning(line, Columns.RECORD_ID);
    });

    private final Fault fault;

    ValueInjection(ProblemCode code, Set<Carrier> carriers, Consumer<Site> injecting, Trait... traits) {
        this.fault = new Fault(code, carriers, injecting, Set.of(traits));
    }

    @Override
    public Fault fault() {
        return fault;
    }

    /** A column whose cells are looked at. */
    private static String meaning(Site site) {
        List<String> names = new ArrayList<>();
        for (Head head : site.draft.heads) {
            boolean ignored = List.of("p.private", "status", "errors").contains(head.name);
            if (!ignored && !head.name.startsWith("item_") || head.name.startsWith("item_search")) {
                names.add(head.name);
            }
        }
        return site.pick(names);
    }

    /** A number that a spreadsheet's floating point made of this one. */
    private static String damaged(BigDecimal value) {
        return value.setScale(Math.max(value.scale(), 25), java.math.RoundingMode.UNNECESSARY)
                .add(BigDecimal.valueOf(4, 25))
                .toPlainString();
    }
}

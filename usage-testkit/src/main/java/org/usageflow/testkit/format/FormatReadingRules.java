package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.TableName;
import org.usageflow.testkit.format.RecordingSink.RecordedRow;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/** Rules on what is pushed, in which order, and where it stands. */
abstract class FormatReadingRules extends FormatContentRules {

    private static final int MANY = 3_000;

    @Test
    @DisplayName("FORMAT-12 MUST: rows that are wholly blank are not pushed, and do not end the table")
    void rows_that_are_blank_are_not_pushed() throws IOException {
        var rows = List.of(List.of("R-1", "a"), List.of("", ""), List.of(" ", "\t"), List.of("R-4", "d"));

        RecordedTable read = roundTrip(TestTable.ofTexts(List.of("record_id", "v.a"), rows));

        assertThat(read.rows()).hasSize(2);
        assertThat(read.meaning(1, "record_id")).isEqualTo("R-4");
        assertThat(read.rows()).extracting(RecordedRow::position).containsExactly(0L, 3L);
    }

    @Test
    @DisplayName("FORMAT-13 MUST: positions count the rows from 0, and numbers never fall")
    void rows_in_order_have_growing_positions() throws IOException {
        List<RecordedRow> rows = roundTrip(TestTable.ordinary(20)).rows();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).position()).isEqualTo(i);
            assertThat(rows.get(i).number())
                    .isGreaterThanOrEqualTo(i == 0 ? 1 : rows.get(i - 1).number());
        }
    }

    @Test
    @DisplayName(
            "FORMAT-14 MUST: the locator gives row and column, after the read too; sheet and cell in workbooks alone")
    void locator_after_the_read_places_cells() throws IOException {
        RecordedTable read = roundTrip(TestTable.ordinary(3));
        RecordedRow row = read.rows().get(2);

        Place place = read.source().locator().locate(row.number(), row.position(), read.column("quantity"), "quantity");

        assertThat(place.row()).isEqualTo(row.number());
        assertThat(place.column()).isEqualTo("quantity");
        assertThat(place.sheet() != null).as("sheet in %s", place).isEqualTo(format().holdsSeveralTables());
        assertThat(place.cell() != null).as("cell in %s", place).isEqualTo(format().holdsSeveralTables());
    }

    @Test
    @DisplayName("FORMAT-15 MUST: the locator places whole rows and headers")
    void locator_for_rows_and_headers_places_them() throws IOException {
        RecordedTable read = roundTrip(TestTable.ordinary(3));
        RecordedRow row = read.rows().get(1);

        Place whole = read.source().locator().locate(row.number(), row.position(), -1, null);
        Place header = read.source().placeOfHeader(1, "quantity");

        assertThat(whole.row()).isEqualTo(row.number());
        assertThat(whole.column()).isNull();
        assertThat(whole.cell()).isNull();
        assertThat(header.column()).isEqualTo("quantity");
        assertThat(header.row())
                .isNotNull()
                .isLessThanOrEqualTo(read.rows().get(0).number());
    }

    @Test
    @DisplayName("FORMAT-16 MUST: the reader stops when the sink says so")
    void sink_that_has_enough_stops_the_reader() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(50));

            RecordingSink sink = bench.read(file, bench.options(), RecordingSink.stoppingAfter(3));

            assertThat(sink.rows()).isEqualTo(3);
            assertThat(sink.faults()).isEmpty();
            assertThat(sink.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName("FORMAT-17 MUST: no rows come of a table that the sink does not want")
    void sink_that_wants_no_rows_gets_none() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(5));

            RecordingSink sink = bench.read(file, bench.options(), RecordingSink.stoppingAfter(0));

            assertThat(sink.tables()).hasSize(1);
            assertThat(sink.rows()).isZero();
            assertThat(sink.faults()).isEmpty();
            assertThat(sink.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName("FORMAT-18 MUST: an exception of the sink passes through as it is, and ends the reading")
    void sink_that_fails_ends_the_reading() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(50));
            var failing = new FailingSink(2);

            assertThatThrownBy(() -> bench.read(file, bench.options(), failing)).isSameAs(failing.failure());
            assertThat(failing.calls()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "FORMAT-19 MUST: a file of a header alone gives its header and no rows; where a format has no headers, no table")
    void file_without_rows_has_no_rows() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(0));

            RecordingSink sink = bench.read(file);

            assertThat(sink.rows()).isZero();
            assertThat(sink.violations()).isEmpty();
            if (!sink.tables().isEmpty()) {
                assertThat(sink.table(TableName.RECORDS).source().headers())
                        .containsExactlyElementsOf(TestTable.ordinary(0).headers());
            }
            if (Files.size(file) > 0) {
                assertThat(sink.faults()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("FORMAT-20 MUST: many rows come back, each once and in order")
    void rows_beyond_every_buffer_come_back() throws IOException {
        RecordedTable read = roundTrip(TestTable.ordinary(MANY));

        assertThat(read.rows()).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(read.meaning(i, "record_id")).isEqualTo("R-" + (i + 1));
            assertThat(read.meaning(i, "record_note")).isEqualTo("note " + (i + 1));
        }
    }

    @Test
    @DisplayName("FORMAT-21 MUST: reading leaves the source as it is, and can be repeated")
    void source_after_reading_is_unchanged() throws IOException {
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(5));
            byte[] before = Files.readAllBytes(file);

            RecordedTable first = recordsOf(bench, file);
            RecordedTable second = recordsOf(bench, file);

            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(second.rows()).isEqualTo(first.rows());
        }
    }

    @Test
    @DisplayName(
            "FORMAT-22 MUST: a format of one table reads it as RECORDS if that is wanted, else as the first wanted")
    void only_table_is_read_as_what_is_wanted() throws IOException {
        assumeFalse(format().holdsSeveralTables(), "the format holds several tables");
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(2));
            ReadOptions options = bench.options().withTables(TableName.CATEGORIES);

            RecordingSink sink = bench.read(file, options);

            assertThat(sink.tables()).extracting(RecordedTable::name).containsExactly(TableName.CATEGORIES);
            assertThat(sink.rows()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "FORMAT-23 MUST: tables are found by name, also by the older one, and pushed in the order of TableName")
    void tables_in_any_order_are_pushed_in_ours() throws IOException {
        assumeTrue(format().holdsSeveralTables(), "the format holds one table");
        TestTable table = TestTable.ordinary(2);
        try (FormatBench bench = bench()) {
            Path file = bench.write(
                    table.named("Usage_Records"),
                    table.named("summary"),
                    table.named("CATEGORIES"),
                    table.named("general"));

            RecordingSink sink = bench.read(file);

            assertThat(sink.tables()).extracting(RecordedTable::name).containsExactly(TableName.values());
            assertThat(sink.rows()).isEqualTo(6);
            assertThat(sink.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName("FORMAT-24 MUST: tables that are not wanted are not pushed")
    void tables_that_are_not_wanted_are_not_pushed() throws IOException {
        assumeTrue(format().holdsSeveralTables(), "the format holds one table");
        TestTable table = TestTable.ordinary(2);
        try (FormatBench bench = bench()) {
            Path file = bench.write(table, table.named("categories"), table.named("general"));
            ReadOptions options = bench.options().withTables(TableName.CATEGORIES);

            RecordingSink sink = bench.read(file, options);

            assertThat(sink.tables()).extracting(RecordedTable::name).containsExactly(TableName.CATEGORIES);
            assertThat(sink.violations()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "FORMAT-25 MUST: a wanted table of records that is not there is SHEET_MISSING; other tables may be missing")
    void table_of_records_that_is_missing_is_a_fault() throws IOException {
        assumeTrue(format().holdsSeveralTables(), "the format holds one table");
        try (FormatBench bench = bench()) {
            Path file = bench.write(TestTable.ordinary(1).named("other"));

            RecordingSink wanted = bench.read(file);
            RecordingSink unwanted = bench.read(file, bench.options().withTables(TableName.GENERAL));

            assertThat(wanted.faults())
                    .extracting(RecordingSink.RecordedFault::code)
                    .containsExactly(ProblemCode.SHEET_MISSING);
            assertThat(wanted.faults().get(0).arguments()).containsKey("sheet");
            assertThat(unwanted.faults()).isEmpty();
            assertThat(unwanted.tables()).isEmpty();
        }
    }
}

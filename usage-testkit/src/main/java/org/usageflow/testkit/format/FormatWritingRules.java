package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.WriteOptions;

/** Rules on writers, and on the format as a whole. */
abstract class FormatWritingRules extends FormatHostileRules {

    private static final int THREADS = 4;

    @Test
    @DisplayName("FORMAT-40 MUST: several tables are written one after the other and read back by name")
    void writer_of_several_tables_keeps_each() throws IOException {
        assumeTrue(format().holdsSeveralTables(), "the format holds one table");
        try (FormatBench bench = bench()) {
            RecordingSink sink = bench.read(bench.write(
                    TestTable.ordinary(3),
                    TestTable.withIds("v.category", List.of("A", "B")).named("categories"),
                    TestTable.withIds("v.attribute", List.of("G")).named("general")));

            assertThat(sink.table(TableName.RECORDS).rows()).hasSize(3);
            assertThat(sink.table(TableName.CATEGORIES).meaning(1, "v.category"))
                    .isEqualTo("B");
            assertThat(sink.table(TableName.GENERAL).meaning(0, "v.attribute")).isEqualTo("G");
        }
    }

    @Test
    @DisplayName("FORMAT-41 MUST: a second table in a format of one table is an IllegalStateException")
    void writer_of_one_table_refuses_a_second() throws IOException {
        assumeFalse(format().holdsSeveralTables(), "the format holds several tables");
        try (RowWriter writer = format().write(new ByteArrayOutputStream(), WriteOptions.DEFAULTS)) {
            writer.table(TestTable.ordinary(0).output());

            assertThatThrownBy(() -> writer.table(
                            TestTable.ordinary(0).named("categories").output()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("FORMAT-42 MUST: a row before the first table is an IllegalStateException")
    void writer_without_a_table_refuses_rows() throws IOException {
        try (RowWriter writer = format().write(new ByteArrayOutputStream(), WriteOptions.DEFAULTS)) {
            SourceRow row = TestTable.ordinary(1).fill(new SourceRow(), 0);

            assertThatThrownBy(() -> writer.row(row)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("FORMAT-43 MUST: a cell beyond the columns is an IllegalArgumentException")
    void writer_with_few_columns_refuses_wider_rows() throws IOException {
        TestTable table = TestTable.ordinary(1);
        try (RowWriter writer = format().write(new ByteArrayOutputStream(), WriteOptions.DEFAULTS)) {
            writer.table(table.output());
            SourceRow row = table.fill(new SourceRow(), 0).cell(table.columns().size(), CellKind.TEXT, "beyond");

            assertThatThrownBy(() -> writer.row(row)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("FORMAT-44 MUST: a cell that is no single value is an IllegalArgumentException")
    void writer_of_values_refuses_structures() throws IOException {
        TestTable table = TestTable.ordinary(1);
        try (RowWriter writer = format().write(new ByteArrayOutputStream(), WriteOptions.DEFAULTS)) {
            writer.table(table.output());
            SourceRow row = table.fill(new SourceRow(), 0).cell(0, CellKind.STRUCTURE, "{}");

            assertThatThrownBy(() -> writer.row(row)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("FORMAT-45 MUST: the file is whole after finish, and the target stays open")
    void writer_that_finished_leaves_the_target_open() throws IOException {
        TestTable table = TestTable.ordinary(3);
        var target = new WatchedTarget();
        try (FormatBench bench = bench()) {
            RowWriter writer = format().write(target, WriteOptions.DEFAULTS);
            writer.table(table.output());
            for (int i = 0; i < 3; i++) {
                writer.row(table.fill(new SourceRow(), i));
            }
            writer.finish();
            byte[] finished = target.flushedBytes();
            writer.close();
            writer.close();

            assertThat(recordsOf(bench, bench.store(finished)).rows()).hasSize(3);
            assertThat(target.flushedBytes()).as("bytes after close").isEqualTo(finished);
            assertThat(target.closed()).as("target closed").isFalse();
        }
    }

    @Test
    @DisplayName("FORMAT-46 MUST: a writer that did not finish closes without an exception, and leaves the target open")
    void writer_that_did_not_finish_closes_quietly() throws IOException {
        TestTable table = TestTable.ordinary(1);
        var target = new WatchedTarget();

        RowWriter writer = format().write(target, WriteOptions.DEFAULTS);
        writer.table(table.output());
        writer.row(table.fill(new SourceRow(), 0));
        writer.close();

        assertThat(target.closed()).as("target closed").isFalse();
    }

    @Test
    @DisplayName("FORMAT-47 MUST: the same input gives the same bytes")
    void writer_of_the_same_input_gives_the_same_bytes() throws IOException {
        var first = new ByteArrayOutputStream();
        var second = new ByteArrayOutputStream();
        try (FormatBench bench = bench()) {
            bench.writeTo(first, TestTable.ordinary(30));
            bench.writeTo(second, TestTable.ordinary(30));
        }

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    }

    @Test
    @DisplayName("FORMAT-48 MUST: one instance writes and reads in several threads at a time")
    void format_in_several_threads_keeps_files_apart() throws Exception {
        assertThat(new ParallelFiles(format(), THREADS).comeBack())
                .as("each file came back")
                .isTrue();
    }
}

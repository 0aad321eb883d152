package org.usageflow.verification.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.usageflow.model.TextRules;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.SourceRow;

/** A row against a model that keeps its cells in a map. */
class SourceRowProperties {

    /** How a cell is set; all ways come to the same. */
    enum Way {
        WHOLE,
        FROM_SEQUENCE,
        FROM_ARRAY,
        PIECE_BY_PIECE,
        WITH_LATER_KIND
    }

    record Cell(int column, CellKind kind, String text, Way way) {}

    record ModelCell(CellKind kind, String text) {}

    @Property
    void a_row_holds_what_was_set_last(@ForAll @Size(max = 3) List<@Size(max = 40) List<@From("cells") Cell>> rows) {
        var row = new SourceRow();
        long position = 0;
        for (List<Cell> cells : rows) {
            Map<Integer, ModelCell> model = new TreeMap<>();
            row.begin(position + 2, position);
            for (Cell cell : cells) {
                set(row, cell);
                model.put(cell.column(), new ModelCell(cell.kind(), cell.text()));
            }
            assertThat(row.number()).isEqualTo(position + 2);
            assertThat(row.position()).isEqualTo(position);
            assertSame(row, model);
            position++;
        }
    }

    private static void set(SourceRow row, Cell cell) {
        String text = cell.text();
        switch (cell.way()) {
            case WHOLE -> row.cell(cell.column(), cell.kind(), text);
            case FROM_SEQUENCE -> row.cell(cell.column(), cell.kind(), CharBuffer.wrap(text));
            case FROM_ARRAY -> row.cell(cell.column(), cell.kind(), ("<" + text + ">").toCharArray(), 1, text.length());
            case PIECE_BY_PIECE -> {
                row.openCell(cell.column(), cell.kind());
                text.chars().forEach(c -> row.append((char) c));
            }
            case WITH_LATER_KIND ->
                row.cell(cell.column(), CellKind.STRUCTURE, text).kind(cell.column(), cell.kind());
        }
    }

    private static void assertSame(SourceRow row, Map<Integer, ModelCell> model) {
        int width = model.keySet().stream().mapToInt(column -> column + 1).max().orElse(0);
        assertThat(row.width()).isEqualTo(width);
        boolean blank = true;
        for (int column = 0; column < width + 2; column++) {
            ModelCell cell = model.getOrDefault(column, new ModelCell(CellKind.BLANK, ""));
            assertThat(row.kind(column)).isEqualTo(cell.kind());
            assertThat(row.text(column)).isEqualTo(cell.text());
            assertThat(row.length(column)).isEqualTo(cell.text().length());
            assertThat(new String(row.characters(), row.start(column), row.length(column)))
                    .isEqualTo(cell.text());
            assertThat(row.isBlank(column)).isEqualTo(isBlank(cell));
            blank &= isBlank(cell);
        }
        assertThat(row.isBlank()).isEqualTo(blank);
    }

    private static boolean isBlank(ModelCell cell) {
        return switch (cell.kind()) {
            case BLANK -> true;
            case ERROR, STRUCTURE -> false;
            default -> TextRules.isBlank(cell.text());
        };
    }

    @Example
    void a_cell_of_any_length_in_any_column_fits() {
        var row = new SourceRow().begin(1, 0);

        row.cell(999, CellKind.TEXT, "x".repeat(40_000)).cell(0, CellKind.TEXT, "a");

        assertThat(row.text(999)).hasSize(40_000);
        assertThat(row.text(0)).isEqualTo("a");
        assertThat(row.charAt(999, 39_999)).isEqualTo('x');
        assertThat(row.size()).isEqualTo(40_001);
        assertThat(row.kind(500)).isEqualTo(CellKind.BLANK);
    }

    @Provide
    Arbitrary<Cell> cells() {
        Arbitrary<Integer> columns = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 60));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("", " ", "\u00A0", "x", "4.0000"),
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().ofMinLength(400).ofMaxLength(700));
        return Combinators.combine(columns, Arbitraries.of(CellKind.class), texts, Arbitraries.of(Way.class))
                .as(Cell::new);
    }
}

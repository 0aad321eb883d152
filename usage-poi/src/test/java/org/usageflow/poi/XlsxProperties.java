package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.OutputTable.OutputColumn;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.WriteOptions;
import org.usageflow.testkit.format.RecordingSink;

class XlsxProperties {

    private static final OutputTable RECORDS =
            new OutputTable("records", List.of(OutputColumn.text("record_id"), OutputColumn.text("v.text")));

    @Property(tries = 400)
    void text_of_any_characters_comes_back(@ForAll("nasty") List<String> texts) throws IOException {
        var out = new ByteArrayOutputStream();
        var row = new SourceRow();
        try (RowWriter writer = new XlsxFormat().write(out, new WriteOptions(1))) {
            writer.table(RECORDS);
            for (String text : texts) {
                writer.row(row.begin(1, 0).cell(0, CellKind.TEXT, "R").cell(1, CellKind.TEXT, text));
            }
            writer.finish();
        }

        var rows = Reading.records(out.toByteArray()).rows();

        assertThat(rows).extracting(each -> each.cell(1).text()).containsExactlyElementsOf(texts);
    }

    @Provide
    Arbitrary<List<String>> nasty() {
        Arbitrary<String> characters = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(Character::toString);
        Arbitrary<String> low = Arbitraries.integers().between(0, 0x20).map(Character::toString);
        Arbitrary<String> pieces = Arbitraries.of(
                "_", "x", "_x", "_x0", "_x00", "_x0041", "_x0041_", "_x005F_", "0041_", "&", "<", ">", "]]>", "\"", "'",
                " ", "\r", "\n", "=", "\uFFFE", "\uFFFF");
        return Arbitraries.oneOf(characters, low, pieces, pieces)
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** Changes bytes of the XML of each part in turn: whatever comes of it, it is rows or one fault. */
    @Property(tries = 600)
    void part_of_changed_bytes_is_rows_or_a_fault(@ForAll("damages") Damage damage) {
        BrokenWorkbooks workbook = BrokenWorkbooks.sound();
        String[] names = {
            BrokenWorkbooks.CONTENT_TYPES,
            BrokenWorkbooks.LINKS,
            BrokenWorkbooks.WORKBOOK,
            BrokenWorkbooks.WORKBOOK_LINKS,
            BrokenWorkbooks.SHEET,
            BrokenWorkbooks.STRINGS,
            BrokenWorkbooks.STYLES
        };
        String name = names[damage.part()];
        String original = switch (damage.part()) {
            case 0 -> BrokenWorkbooks.contentTypes("");
            case 1 ->
                BrokenWorkbooks.links(BrokenWorkbooks.link(
                        "rId1", BrokenWorkbooks.OFFICE + "/officeDocument", "xl/workbook.xml", ""));
            case 2 -> BrokenWorkbooks.workbook("<sheet name='records' sheetId='1' r:id='rId1'/>");
            case 3 ->
                BrokenWorkbooks.links(BrokenWorkbooks.link(
                        "rId1", BrokenWorkbooks.OFFICE + "/worksheet", "worksheets/sheet1.xml", ""));
            case 5 ->
                "<sst xmlns='" + BrokenWorkbooks.MAIN + "'><si><r><t>a&amp;b</t></r><rPh><t>x</t></rPh></si></sst>";
            case 6 ->
                "<styleSheet xmlns='" + BrokenWorkbooks.MAIN
                        + "'><numFmts><numFmt numFmtId='164' formatCode='yy'/></numFmts>"
                        + "<cellXfs><xf numFmtId='164'/></cellXfs></styleSheet>";
            default ->
                BrokenWorkbooks.worksheet(BrokenWorkbooks.HEADER + BrokenWorkbooks.ROW
                        + "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' s='0'><f>1</f><v>1</v></c></row>");
        };
        BrokenWorkbooks full = damage.part() >= 4 ? withStringsAndStyles() : workbook;

        RecordingSink sink = Reading.read(full.part(name, damage.to(original)).bytes());

        assertThat(sink.violations()).isEmpty();
    }

    private static BrokenWorkbooks withStringsAndStyles() {
        String rows =
                BrokenWorkbooks.HEADER + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='0'><v>1</v></c></row>";
        return BrokenWorkbooks.ofShared(rows, "<si><t>a</t></si>")
                .part(
                        BrokenWorkbooks.WORKBOOK_LINKS,
                        BrokenWorkbooks.links(BrokenWorkbooks.link(
                                        "rId1", BrokenWorkbooks.OFFICE + "/worksheet", "worksheets/sheet1.xml", "")
                                + BrokenWorkbooks.link(
                                        "rId2", BrokenWorkbooks.OFFICE + "/sharedStrings", "sharedStrings.xml", "")
                                + BrokenWorkbooks.link("rId3", BrokenWorkbooks.OFFICE + "/styles", "styles.xml", "")))
                .part(BrokenWorkbooks.STYLES, "<styleSheet xmlns='" + BrokenWorkbooks.MAIN + "'/>");
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.longs())
                .as(Damage::new);
    }

    /**
     * Changes that are random, and the same for the same seed.
     *
     * @param part which one
     * @param seed of the changes
     */
    record Damage(int part, long seed) {

        byte[] to(String content) {
            var random = new Random(seed);
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            byte[] signs = "<>/=\"'&;!?-[]: \u0000\u00FF0aZ".getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? signs[random.nextInt(signs.length)] : (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            return java.util.Arrays.copyOf(bytes, length);
        }
    }
}

package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.poi.BrokenWorkbooks.HEADER;
import static org.usageflow.poi.BrokenWorkbooks.SHEET;
import static org.usageflow.poi.BrokenWorkbooks.inline;
import static org.usageflow.poi.BrokenWorkbooks.ofRows;
import static org.usageflow.poi.BrokenWorkbooks.ofShared;
import static org.usageflow.poi.BrokenWorkbooks.sound;
import static org.usageflow.poi.Reading.fault;
import static org.usageflow.poi.Reading.firstColumn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.testkit.format.RecordingSink;

class SheetTextsTest {

    private static String sharedRow(int... numbers) {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < numbers.length; i++) {
            rows.append(
                    "<row r=\"" + (i + 2) + "\"><c r=\"A" + (i + 2) + "\" t=\"s\"><v>" + numbers[i] + "</v></c></row>");
        }
        return rows.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a&amp;b&lt;&gt;&quot;&apos;            | `a&b<>\"'`",
                "&#65;&#x42;&#x1F600;                   | AB😀",
                "Größe 日本 😀                            | Größe 日本 😀",
                "<![CDATA[a<b]]&amp;]]>c                | a<b]]&amp;c",
                "a<![CDATA[]]>b<![CDATA[]]]]>c          | ab]]c",
                "a<!-- no -- t -->b<?pi no ?>c          | abc",
                "_x0041__x005F_x0041__X0041__x41_       | A_x0041__X0041__x41_",
                "_xD83D__xDE00_                         | 😀",
                "tail_x004                              | tail_x004",
            })
    void text_of_any_spelling_is_read(String xml, String text) {
        assertThat(firstColumn(ofRows(inline(xml)).bytes())).containsExactly(text);
        assertThat(firstColumn(
                        ofShared(sharedRow(0), "<si><t>" + xml + "</t></si>").bytes()))
                .containsExactly(text);
    }

    @Test
    void blanks_and_line_ends_are_kept_as_xml_says() {
        assertThat(firstColumn(ofRows(inline(" a\r\nb\rc\n\td ", "&#13;&#10;x", "_x000D_y"))
                        .bytes()))
                .containsExactly(" a\nb\nc\n\td ", "\r\nx", "\ry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&nbsp;",
                "&",
                "&amp",
                "&#;",
                "&#x;",
                "&#0;",
                "&#x1;",
                "&#xD800;",
                "&#x110000;",
                "&#99999999999;",
                "&#-1;",
                "&lol;",
                "a < b",
                "\u0001",
                "&#x00000000000000041;"
            })
    void text_that_is_no_xml_is_unreadable(String xml) {
        assertThat(fault(ofRows(inline(xml)).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
    }

    @Test
    void text_that_is_no_utf8_is_unreadable() {
        for (String bytes : List.of(
                "\u00FF",
                "\u00C3",
                "\u00C0\u0080",
                "\u00E0\u0080\u0080",
                "\u00ED\u00A0\u0080",
                "\u00F4\u0090\u0080\u0080")) {
            byte[] sheet = BrokenWorkbooks.worksheet(inline("a" + bytes)).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(fault(sound().part(SHEET, sheet).bytes())).isEqualTo(ProblemCode.FILE_UNREADABLE);
        }
    }

    @Test
    void text_beyond_the_limit_is_cut_but_not_within_a_character() {
        var limits = UploadLimits.DEFAULTS.withTable(10, 5, 1_000);
        byte[] workbook = ofRows(inline("abcdefgh", "abcd😀", "_x0041__x0042__x0043__x0044__x0045__x0046_"))
                .bytes();

        RecordingSink sink = Reading.read(workbook, limits);

        assertThat(sink.table(TableName.RECORDS).rows())
                .extracting(row -> row.cell(0).text())
                .containsExactly("abcde", "abcd", "ABCDE");
    }

    @Test
    void text_of_millions_of_characters_is_cut() {
        byte[] workbook = ofRows(inline("x".repeat(3_000_000), "next")).bytes();

        assertThat(firstColumn(workbook)).containsExactly("x".repeat(32_767), "next");
    }

    @Test
    void shared_strings_have_runs_and_no_phonetics() {
        String strings = "<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>"
                + "<si><t>漢字</t><rPh sb=\"0\" eb=\"1\"><t>かんじ</t></rPh><phoneticPr fontId=\"0\"/></si><si/><si><t/></si>";

        byte[] workbook = ofShared(sharedRow(0, 1, 2, 3, 1), strings).bytes();

        assertThat(firstColumn(workbook)).containsExactly("a b", "漢字", "漢字");
    }
}

package org.usageflow.poi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The usual spelling of a cell is read by a way of its own: whatever the spelling, the outcome is one. */
class SpellingProperties {

    @Property(tries = 500)
    void cells_of_any_spelling_read_alike(@ForAll("cells") List<String> cells) {
        var rows = new StringBuilder(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c><c r=\"C1\"><v>1</v></c></row>");
        for (int i = 0; i < cells.size(); i++) {
            rows.append("<row r=\"" + (i + 2) + "\">" + cells.get(i).replace("#", Integer.toString(i + 2)) + "</row>");
        }
        String usual = rows.toString();

        var read = Reading.read(BrokenWorkbooks.ofShared(usual, STRINGS).bytes());

        for (String unusual : List.of(
                usual.replace('"', '\''),
                usual.replace("<c ", "<c  "),
                usual.replace("</c>", "</c >").replace("<is>", "<is >").replace("<v>", "<v >"),
                usual.replace("</v>", "<!-- --></v>").replace("</t>", "<?pi?></t>"))) {
            var other = Reading.read(BrokenWorkbooks.ofShared(unusual, STRINGS).bytes());

            assertThat(other.faults()).isEqualTo(read.faults());
            assertThat(other.tables().get(0).rows())
                    .isEqualTo(read.tables().get(0).rows());
        }
    }

    private static final String STRINGS = "<si><t>zero</t></si><si><t> one </t></si>";

    @Provide
    Arbitrary<List<String>> cells() {
        Arbitrary<String> column = Arbitraries.of("A", "B", "C", "D", "AA", "XFD", "XFE", "ZZZZ", "");
        Arbitrary<String> row = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.just("#")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("1", "", "0#", "9999999", "12345678")));
        Arbitrary<String> style = Arbitraries.of(
                "", "", " s=\"0\"", " s=\"1\"", " s=\"\"", " s=\"x\"", " s=\"123456789\"", " s=\"1234567890\"");
        Arbitrary<String> type = Arbitraries.of("", "n", "s", "str", "inlineStr", "b", "e", "d", "inlineStrX", "")
                .map(t -> t.isEmpty() ? "" : " t=\"" + t + "\"");
        Arbitrary<String> content = Arbitraries.of(
                "<v>0</v>",
                "<v>1</v>",
                "<v>2</v>",
                "<v></v>",
                "<v> 1 </v>",
                "<is><t>a</t></is>",
                "<is><t></t></is>",
                "<is><t> _x0041_ &amp; ü</t></is>",
                "<f>1</f><v>1</v>",
                "<f>1</f>",
                "<v>1</v><f>1</f>",
                "<v>1</v><v>1</v>",
                "<is><t>a</t><t>b</t></is>",
                "<is><t>a</t></is><v>1</v>",
                "");
        return Combinators.combine(column, row, style, type, content)
                .as((c, r, s, t, x) -> "<c r=\"" + c + r + "\"" + s + t + ">" + x + "</c>")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}

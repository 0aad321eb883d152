package org.usageflow.verification.proof;

import java.util.List;
import org.usageflow.schema.Columns;

/** The beginnings of sheets that are sound so far. */
final class Sheets {

    static final List<String> HEADERS = List.of(
            Columns.RECORD_ID,
            Columns.ITEM_SEARCH_CRITERIA,
            Columns.ITEM_SEARCH_VALUE,
            Columns.QUANTITY,
            Columns.START_TIME_UTC,
            Columns.END_TIME_UTC,
            Columns.ASSET_SEARCH_CRITERIA,
            Columns.ASSET_SEARCH_VALUE,
            Columns.RECORD_NOTE);

    private Sheets() {}

    /** The beginning of a sheet with a header. */
    static String headed() {
        return wide(HEADERS.size());
    }

    static String wide(int columns) {
        var xml = new StringBuilder(Workbook.SHEET_START + "<row>");
        for (int i = 0; i < columns; i++) {
            xml.append(cell(i < HEADERS.size() ? HEADERS.get(i) : "p." + i));
        }
        return xml + "</row>";
    }

    static String cell(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** The cells of a valid row of schema QT, up to the note. */
    static String cells(String id, int number) {
        return cell(id + number)
                + cell("item.mpn")
                + cell("MPN-1")
                + cell("1")
                + cell("2021-07-08")
                + cell("2021-07-09")
                + cell("asset.id")
                + cell("AS-1");
    }
}

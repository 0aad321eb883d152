package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;

/** Reads the rows of one tab and pushes them. The first row that is not blank is the header. */
final class SheetReader {

    private static final long SHEET_DATA = XmlNames.key("sheetData");
    private static final long ROW = XmlNames.key("row");
    private static final long C = XmlNames.key("c");
    private static final long R = XmlNames.key("r");
    private static final int WORD = 6;
    // Rows whose stray cell is reported at its own column however far out it stands; wide rows cost time
    private static final int MOST_FAR = 1_000;

    private final TableName table;
    private final String tab;
    private final DateSystem dates;
    private final CellReader cells;
    private final UploadLimits limits;
    private final RowSink sink;
    private final SourceRow row = new SourceRow();
    // Which columns the row has had
    private final long[] seen = new long[CellRefs.MAX_COLUMNS >> WORD];
    private int highest;
    private long number;
    private long headerRow;
    private int width;
    private int far;
    private boolean filled;
    private boolean stray;

    SheetReader(TableName table, String tab, DateSystem dates, CellReader cells, UploadLimits limits, RowSink sink) {
        this.table = table;
        this.tab = tab;
        this.dates = dates;
        this.cells = cells;
        this.limits = limits;
        this.sink = sink;
        // One more than allowed, so that there being too many is seen
        this.width = limits.columns() < CellRefs.MAX_COLUMNS ? limits.columns() + 1 : CellRefs.MAX_COLUMNS;
    }

    /** Pushes the table and its rows; false if the sink wants nothing more at all. */
    boolean read(InputStream part) throws IOException {
        try {
            return read(new XmlScanner(part));
        } catch (FaultException fault) {
            // Of faults of the container the place is the file
            boolean here = fault.code() == ProblemCode.FILE_UNREADABLE;
            throw here ? fault.at(new Place(tab, number == 0 ? null : number, null, null, null)) : fault;
        }
    }

    private boolean read(XmlScanner xml) throws IOException {
        xml.root("worksheet");
        Wish wish = Wish.MORE;
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(SHEET_DATA)) {
                wish = rows(xml);
                if (wish != Wish.MORE) {
                    return wish == Wish.NEXT_TABLE;
                }
            } else {
                xml.skip();
            }
        }
        xml.finish();
        return headerRow > 0 || pushHeader(List.of(), 1) != Wish.STOP;
    }

    private enum Wish {
        MORE,
        NEXT_TABLE,
        STOP
    }

    private Wish rows(XmlScanner xml) throws IOException {
        while (xml.next() == XmlScanner.START) {
            if (!xml.isElement(ROW)) {
                xml.skip();
                continue;
            }
            row(xml);
            Wish wish = filled ? push() : Wish.MORE;
            if (wish != Wish.MORE) {
                return wish;
            }
        }
        return Wish.MORE;
    }

    private void row(XmlScanner xml) throws IOException {
        number = numberOf(xml.tag());
        row.begin(number, number - headerRow - 1);
        Arrays.fill(seen, 0, (highest >> WORD) + 1, 0);
        highest = 0;
        filled = false;
        stray = false;
        cells.row(number);
        int before = -1;
        while (cells.start(xml) || xml.next() == XmlScanner.START) {
            if (cells.isStarted() || xml.isElement(C)) {
                before = cell(xml, before);
            } else {
                xml.skip();
            }
        }
    }

    /** Reads a cell; gives its column. */
    private int cell(XmlScanner xml, int before) throws IOException {
        CellKind kind = cells.read(xml, before);
        int column = cells.column();
        accept(column, kind);
        return column;
    }

    private long numberOf(XmlTag tag) throws FaultException {
        int index = tag.find(R);
        long found = index == XmlTag.NONE ? number + 1 : CellRefs.number(tag.bytes(), tag.start(index), tag.end(index));
        if (found <= number || found > CellRefs.MAX_ROWS) {
            throw FaultException.unreadable("its rows are not numbered upwards from 1 to " + CellRefs.MAX_ROWS);
        }
        return found;
    }

    private void accept(int column, CellKind kind) throws FaultException {
        long bit = 1L << column;
        if ((seen[column >> WORD] & bit) != 0) {
            throw FaultException.unreadable("a row has a cell twice", CellRefs.reference(column, number));
        }
        seen[column >> WORD] |= bit;
        highest = Math.max(highest, column);
        if (kind == CellKind.BLANK) {
            return;
        }
        if (column >= width) {
            strayCell(column, kind);
            return;
        }
        put(column, kind);
        filled = filled || !row.isBlank(column);
    }

    /** Of the cells beyond the header the first that is not blank is enough to say that there are some. */
    private void strayCell(int column, CellKind kind) throws FaultException {
        if (stray || (kind != CellKind.ERROR && cells.text().isBlank())) {
            return;
        }
        stray = true;
        filled = true;
        if (headerRow > 0) {
            boolean near = column <= limits.columns() || far++ < MOST_FAR;
            put(near ? column : Math.max(width, limits.columns()), kind);
        }
    }

    private void put(int column, CellKind kind) throws FaultException {
        TextBuffer text = cells.text();
        row.cell(column, kind, text.chars, 0, text.length);
        if (row.size() > limits.rowChars()) {
            throw FaultException.tooLarge("the number of characters of a row", limits.rowChars(), null)
                    .at(new Place(tab, number, null, null, null));
        }
    }

    private Wish push() {
        if (headerRow > 0) {
            return sink.row(row) ? Wish.MORE : Wish.STOP;
        }
        headerRow = number;
        return pushHeader(headers(), number);
    }

    private List<String> headers() {
        int count = stray ? width : row.width();
        while (!stray && row.isBlank(count - 1)) {
            count--;
        }
        List<String> headers = new ArrayList<>(count);
        for (int column = 0; column < count; column++) {
            headers.add(row.text(column));
        }
        return headers;
    }

    private Wish pushHeader(List<String> headers, long at) {
        width = headers.size();
        SourceTable pushed = SourceTable.of(table, headers, at, new SheetLocator(tab), dates, false);
        return sink.table(pushed) ? Wish.MORE : Wish.NEXT_TABLE;
    }
}

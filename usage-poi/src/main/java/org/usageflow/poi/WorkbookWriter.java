package org.usageflow.poi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.CellMarks;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.OutputTable;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.SourceRow;
import org.usageflow.spi.format.SourceTable;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes a workbook: a part for each table as its rows come, and the parts that name the tables at the end. The comments of a table are
 * held until it ends. The container's directory is written by {@link #finish} alone.
 */
final class WorkbookWriter implements RowWriter {

    private final WorkbookZip zip;
    private final XmlBuffer xml;
    private final List<String> tabs = new ArrayList<>();
    private final Set<String> folded = new HashSet<>();
    private final CellMarks noMarks = new CellMarks();
    private final Set<Integer> commented = new HashSet<>();
    private DateSystem dates = DateSystem.EXCEL_1900;
    // Of the boxes of comments
    private int nextBlock = 1;
    private @Nullable SheetWriter sheet;
    private boolean finished;
    private boolean closed;

    WorkbookWriter(OutputStream target, WriteOptions options) throws IOException {
        zip = new WorkbookZip(target, options.compression());
        xml = new XmlBuffer(zip);
        part(FixedParts.PACKAGE_RELATIONSHIPS_NAME, FixedParts.PACKAGE_RELATIONSHIPS);
    }

    @Override
    public void table(OutputTable table) throws IOException {
        table(table, noMarks);
    }

    @Override
    public void table(OutputTable table, CellMarks header) throws IOException {
        refuseIfDone();
        FixedParts.checkTab(table.name());
        SheetWriter next = new SheetWriter(xml, table);
        if (!folded.add(table.name().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a workbook has each tab name once");
        }
        endSheet();
        tabs.add(table.name());
        zip.begin(FixedParts.sheetName(tabs.size()));
        sheet = next;
        SourceTable original = table.original();
        dates = original == null ? dates : original.dates();
        next.begin(tabs.size() == 1, header);
    }

    @Override
    public void row(SourceRow row) throws IOException {
        row(row, noMarks);
    }

    @Override
    public void row(SourceRow row, CellMarks marks) throws IOException {
        refuseIfDone();
        if (sheet == null) {
            throw new IllegalStateException("a table comes before its rows");
        }
        sheet.row(row, marks);
    }

    @Override
    public void finish() throws IOException {
        refuseIfDone();
        if (tabs.isEmpty()) {
            throw new IllegalStateException("a workbook has at least one table");
        }
        endSheet();
        part(FixedParts.WORKBOOK_NAME, FixedParts.workbook(tabs, dates));
        part(FixedParts.WORKBOOK_RELATIONSHIPS_NAME, FixedParts.workbookRelationships(tabs.size()));
        part(FixedParts.STYLES_NAME, FixedParts.STYLES);
        part(FixedParts.CONTENT_TYPES_NAME, FixedParts.contentTypes(tabs.size(), commented));
        finished = true;
        zip.finish();
        zip.flush();
    }

    private void refuseIfDone() {
        if (finished || closed) {
            throw new IllegalStateException("the workbook was finished or closed");
        }
    }

    private void endSheet() throws IOException {
        if (sheet != null) {
            sheet.end();
            endPart();
            comments(sheet.comments());
            sheet = null;
        }
    }

    private void comments(SheetComments comments) throws IOException {
        if (comments.isEmpty()) {
            return;
        }
        int number = tabs.size();
        commented.add(number);
        part(FixedParts.sheetRelationshipsName(number), FixedParts.sheetRelationships(number));
        zip.begin(FixedParts.commentsName(number));
        comments.writeTexts(xml);
        endPart();
        zip.begin(FixedParts.drawingName(number));
        comments.writeBoxes(xml, nextBlock);
        endPart();
        nextBlock += comments.blocks();
    }

    private void endPart() throws IOException {
        xml.flush();
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        zip.begin(name);
        xml.raw(content);
        xml.commit();
        endPart();
    }

    @Override
    public void close() {
        closed = true;
        zip.release();
    }
}

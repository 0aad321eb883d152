package org.usageflow.verification.processed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What a spreadsheet shows of a processed file, as Apache POI opens it.
 *
 * @param outlined the cells with a red border on all sides, as {@code tab!D4}
 * @param comments by cell
 */
record Marks(Set<String> outlined, TreeMap<String, String> comments) {

    private static final String RED = "FFFF0000";

    static Marks of(byte[] workbook) {
        var marks = new Marks(new TreeSet<>(), new TreeMap<>());
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : opened) {
                marks.read((XSSFSheet) sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marks;
    }

    private void read(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (isRed((XSSFCellStyle) cell.getCellStyle())) {
                    outlined.add(name(sheet, cell.getAddress()));
                }
            }
        }
        sheet.getCellComments()
                .forEach((address, comment) ->
                        comments.put(name(sheet, address), comment.getString().getString()));
    }

    private static String name(Sheet sheet, CellAddress address) {
        return sheet.getSheetName() + "!" + address.formatAsString();
    }

    private static boolean isRed(XSSFCellStyle style) {
        return style.getBorderTop() != BorderStyle.NONE
                && isRed(style.getTopBorderXSSFColor())
                && isRed(style.getBottomBorderXSSFColor())
                && isRed(style.getLeftBorderXSSFColor())
                && isRed(style.getRightBorderXSSFColor());
    }

    private static boolean isRed(XSSFColor color) {
        return color != null && RED.equals(color.getARGBHex());
    }
}

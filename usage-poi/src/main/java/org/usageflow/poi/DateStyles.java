package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a date or time. Decided once for each style, not for each cell. */
final class DateStyles {

    private static final long NUM_FMTS = XmlNames.key("numFmts");
    private static final long NUM_FMT = XmlNames.key("numFmt");
    private static final long NUM_FMT_ID = XmlNames.key("numFmtId");
    private static final long FORMAT_CODE = XmlNames.key("formatCode");
    private static final long CELL_XFS = XmlNames.key("cellXfs");
    private static final long XF = XmlNames.key("xf");
    // Spreadsheets stop at 255 characters and 65,490 styles; POI's patterns are not made for long texts
    private static final int LONGEST_CODE = 512;
    private static final int MOST = 1 << 16;

    private final BitSet dates = new BitSet();
    private final Map<Integer, Boolean> formats = new HashMap<>();

    private DateStyles() {}

    /** Those of a workbook without styles: no dates. */
    static DateStyles none() {
        return new DateStyles();
    }

    static DateStyles read(InputStream part) throws IOException {
        DateStyles styles = new DateStyles();
        XmlScanner xml = new XmlScanner(part);
        xml.root("styleSheet");
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(NUM_FMTS)) {
                styles.formats(xml);
            } else if (xml.isElement(CELL_XFS)) {
                styles.cells(xml);
            } else {
                xml.skip();
            }
        }
        xml.finish();
        return styles;
    }

    private void formats(XmlScanner xml) throws IOException {
        while (xml.next() == XmlScanner.START) {
            int id = id(xml.tag());
            String code = xml.tag().text(FORMAT_CODE);
            if (xml.isElement(NUM_FMT) && id >= 0 && code != null) {
                formats.put(id, isDate(id, code));
                refuseBeyond(formats.size());
            }
            xml.skip();
        }
    }

    private void cells(XmlScanner xml) throws IOException {
        int index = 0;
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(XF)) {
                dates.set(index++, isDateFormat(id(xml.tag())));
                refuseBeyond(index);
            }
            xml.skip();
        }
    }

    private static void refuseBeyond(int count) throws FaultException {
        if (count > MOST) {
            throw FaultException.tooLarge("the number of cell styles", MOST, null);
        }
    }

    private boolean isDateFormat(int id) {
        // Built-in formats are decided when they are met
        return formats.computeIfAbsent(id, each -> isDate(each, BuiltinFormats.getBuiltinFormat(each)));
    }

    private static boolean isDate(int id, @Nullable String code) {
        return (code == null || code.length() <= LONGEST_CODE) && DateUtil.isADateFormat(id, code);
    }

    private static int id(XmlTag tag) {
        String text = tag.text(NUM_FMT_ID);
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** Whether cells of that style are dates; styles that the workbook does not have are none. */
    boolean isDate(int style) {
        return dates.get(style);
    }
}

package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Looks through the list of content types for what an upload may not be. */
final class ContentTypes {

    private static final long DEFAULT = XmlNames.key("Default");
    private static final long OVERRIDE = XmlNames.key("Override");
    private static final long CONTENT_TYPE = XmlNames.key("ContentType");

    private ContentTypes() {}

    static void check(InputStream part) throws IOException {
        XmlScanner xml = new XmlScanner(part);
        xml.root("Types");
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(DEFAULT) || xml.isElement(OVERRIDE)) {
                String type = xml.tag().text(CONTENT_TYPE);
                if (type != null) {
                    check(type.toLowerCase(Locale.ROOT));
                }
            }
            xml.skip();
        }
        xml.finish();
    }

    private static void check(String type) throws FaultException {
        if (type.contains("sheet.binary")) {
            // Its content type says "macroEnabled" whether it has macros or not
            throw FaultException.unreadable("it is a binary workbook (XLSB), to be saved as XLSX");
        }
        if (type.contains("macroenabled") || type.contains("vbaproject") || type.contains("macrosheet")) {
            throw FaultException.macros(type);
        }
        if (type.contains("externallink")) {
            throw FaultException.suspicious("it has a link to another file", type);
        }
    }
}

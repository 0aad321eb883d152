package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.usageflow.spi.format.DateSystem;
import org.usageflow.spi.format.TableName;

/** The tabs of a workbook that are wanted tables, hidden ones included, and its date system. */
final class Tabs {

    private static final long WORKBOOK_PR = XmlNames.key("workbookPr");
    private static final long DATE_1904 = XmlNames.key("date1904");
    private static final long SHEETS = XmlNames.key("sheets");
    private static final long SHEET = XmlNames.key("sheet");
    private static final long NAME = XmlNames.key("name");
    private static final long ID = XmlNames.key("id");

    private final Map<TableName, Tab> byTable = new EnumMap<>(TableName.class);
    private DateSystem dates = DateSystem.EXCEL_1900;

    /**
     * A tab.
     *
     * @param name as written
     * @param key the key of its part
     */
    record Tab(String name, String key) {}

    private Tabs() {}

    /**
     * Reads the part of the workbook.
     *
     * @param workbook its key
     * @param links its relationships
     */
    static Tabs read(InputStream part, String workbook, Relationships links, Set<TableName> wanted) throws IOException {
        Tabs tabs = new Tabs();
        XmlScanner xml = new XmlScanner(part);
        xml.root("workbook");
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(SHEETS)) {
                tabs.sheets(xml, workbook, links, wanted);
            } else {
                tabs.properties(xml);
                xml.skip();
            }
        }
        xml.finish();
        return tabs;
    }

    private void properties(XmlScanner xml) {
        if (xml.isElement(WORKBOOK_PR)) {
            String value = xml.tag().text(DATE_1904);
            if (value != null && (value.equals("1") || value.equals("true") || value.equals("on"))) {
                dates = DateSystem.EXCEL_1904;
            }
        }
    }

    private void sheets(XmlScanner xml, String workbook, Relationships links, Set<TableName> wanted)
            throws IOException {
        while (xml.next() == XmlScanner.START) {
            String name = xml.isElement(SHEET) ? xml.tag().text(NAME) : null;
            TableName table = name == null ? null : TableName.ofTab(name).orElse(null);
            if (name != null && table != null && wanted.contains(table)) {
                String key = keyOf(workbook, links.byId(xml.tag().prefixedText(ID)), name);
                if (key != null) {
                    add(table, new Tab(name, key));
                }
            }
            xml.skip();
        }
    }

    /** The part of a tab; null where the tab is no table but a chart or dialog. */
    private static @Nullable String keyOf(String workbook, Relationships.@Nullable Relationship link, String name)
            throws FaultException {
        if (link == null) {
            throw FaultException.unreadable("the workbook does not say where a tab's cells are", name);
        }
        return link.kind().equals(WorkbookReader.WORKSHEET) ? EntryNames.resolve(workbook, link.target()) : null;
    }

    private void add(TableName table, Tab tab) throws FaultException {
        Tab other = byTable.get(table);
        if (other == null || !table.isWrittenAs(other.name()) && table.isWrittenAs(tab.name())) {
            byTable.put(table, tab);
        } else if (table.isWrittenAs(other.name()) == table.isWrittenAs(tab.name())) {
            throw FaultException.unreadable("it has two tabs named '" + table.code() + "'", tab.name());
        }
    }

    /** In the order of the tables. */
    Map<TableName, Tab> byTable() {
        return byTable;
    }

    DateSystem dates() {
        return dates;
    }
}

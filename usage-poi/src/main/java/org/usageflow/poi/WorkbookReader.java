package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.TableName;
import org.usageflow.spi.format.UploadLimits;

/**
 * Reads one workbook: checks the container, finds the parts, drains those that are not needed, and then drives the sheets. Every entry is inflated once.
 */
final class WorkbookReader {

    static final String WORKSHEET = "worksheet";

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookReader.class);
    private static final String OFFICE_DOCUMENT = "officeDocument";
    private static final String SHARED_STRINGS = "sharedStrings";
    private static final String STYLES = "styles";
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final List<String> OF_PACKAGE = List.of(OFFICE_DOCUMENT);
    private static final List<String> OF_WORKBOOK =
            List.of(WORKSHEET, "chartsheet", "dialogsheet", SHARED_STRINGS, STYLES);
    private static final long OLE = 0xD0CF_11E0_A1B1_1AE1L;
    private static final int ZIP = 0x504B_0304;
    private static final int EMPTY_ZIP = 0x504B_0506;
    private static final int DRAIN = 64 * 1024;
    // 4 MiB of text and 0.5 MiB of index stay in memory
    private static final int HELD_CHARS = 2 << 20;
    private static final int HELD_STRINGS = 1 << 17;

    private final ReadOptions options;
    private final RowSink sink;
    private final Inflation inflation;

    WorkbookReader(ReadOptions options, RowSink sink) {
        this.options = options;
        this.sink = sink;
        this.inflation = new Inflation(options.limits(), sink);
    }

    void read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            UploadLimits limits = options.limits();
            if (file.size() > limits.bytes()) {
                throw FaultException.tooLarge("the size of the upload in bytes", limits.bytes(), null);
            }
            refuseOthers(file);
            Container container = new Container(file, inflation);
            LOG.debug(
                    "workbook of {} bytes, {} entries",
                    file.size(),
                    container.parts().size());
            read(container);
            LOG.debug("workbook read, {} bytes inflated", inflation.total());
        }
    }

    private static void refuseOthers(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8);
        int count = 0;
        while (count >= 0 && head.hasRemaining()) {
            count = file.read(head, head.position());
        }
        if (head.getLong(0) == OLE) {
            throw OleContainer.fault(file);
        }
        int magic = head.getInt(0);
        if (magic != ZIP && magic != EMPTY_ZIP) {
            throw FaultException.unreadable("it is not a workbook");
        }
    }

    private void read(Container container) throws IOException {
        refuseMacroParts(container);
        Set<String> seen = new HashSet<>();
        try (InputStream in = openSmall(container, CONTENT_TYPES, seen)) {
            ContentTypes.check(in);
        }
        Relationships links = relationships(container, "", OF_PACKAGE, seen);
        String workbook = target(links, "", OFFICE_DOCUMENT);
        if (workbook == null) {
            throw FaultException.unreadable("it is a zip container without a workbook");
        }
        Relationships parts = relationships(container, workbook, OF_WORKBOOK, seen);
        Tabs tabs;
        try (InputStream in = openSmall(container, workbook, seen)) {
            tabs = Tabs.read(in, workbook, parts, options.tables());
        }
        String strings = target(parts, workbook, SHARED_STRINGS);
        String styles = target(parts, workbook, STYLES);
        drainOthers(container, keep(seen, tabs, strings, styles));
        refuseMissing(container, tabs);
        readTables(container, tabs, strings, styles);
    }

    private static void refuseMacroParts(Container container) throws FaultException {
        for (ZipPart part : container.parts()) {
            String key = part.key();
            String file = key.substring(key.lastIndexOf('/') + 1);
            if (file.startsWith("vbaproject") || file.equals("vbadata.xml") || inFolder(key, "macrosheets")) {
                throw FaultException.macros(part.name());
            }
            if (inFolder(key, "externallinks")) {
                throw FaultException.suspicious("it has a link to another file", part.name());
            }
        }
    }

    private static boolean inFolder(String key, String folder) {
        return key.startsWith(folder + "/") || key.contains("/" + folder + "/");
    }

    private static InputStream openSmall(Container container, String key, Set<String> seen) throws FaultException {
        ZipPart part = container.find(key);
        if (part == null) {
            throw FaultException.unreadable("it is a zip container that lacks a part of a workbook", key);
        }
        if (!seen.add(key)) {
            throw FaultException.unreadable("a part of the workbook serves as two", key);
        }
        return container.openSmall(part);
    }

    private Relationships relationships(Container container, String key, List<String> wanted, Set<String> seen)
            throws IOException {
        try (InputStream in = openSmall(container, EntryNames.relationshipsOf(key), seen)) {
            return Relationships.read(in, wanted, options.limits().entries());
        }
    }

    private static @Nullable String target(Relationships links, String source, String kind) throws FaultException {
        String target = links.targetOf(kind);
        return target == null ? null : EntryNames.resolve(source, target);
    }

    /** The parts that are read already, or will be; none of them twice. */
    private static Set<String> keep(Set<String> seen, Tabs tabs, @Nullable String strings, @Nullable String styles)
            throws FaultException {
        Set<String> kept = new HashSet<>(seen);
        for (Tabs.Tab tab : tabs.byTable().values()) {
            keep(kept, tab.key());
        }
        if (!tabs.byTable().isEmpty()) {
            keep(kept, strings);
            keep(kept, styles);
        }
        return kept;
    }

    private static void keep(Set<String> kept, @Nullable String key) throws FaultException {
        if (key != null && !kept.add(key)) {
            throw FaultException.unreadable("a part of the workbook serves as two", key);
        }
    }

    /** Inflates and counts what is not read, looks for document types in it, and for links in the relationships of all parts. */
    private void drainOthers(Container container, Set<String> kept) throws IOException {
        byte[] buffer = new byte[DRAIN];
        for (ZipPart part : container.parts()) {
            if (kept.contains(part.key())) {
                continue;
            }
            try (InputStream in = container.open(part)) {
                if (part.key().endsWith(".rels")) {
                    Relationships.read(in, List.of(), 0);
                } else {
                    PrologScanner.drain(in, part.name(), buffer);
                }
            }
        }
    }

    private void refuseMissing(Container container, Tabs tabs) throws FaultException {
        if (options.tables().contains(TableName.RECORDS) && !tabs.byTable().containsKey(TableName.RECORDS)) {
            throw FaultException.sheetMissing(TableName.RECORDS.code());
        }
        for (Tabs.Tab tab : tabs.byTable().values()) {
            if (container.find(tab.key()) == null) {
                throw FaultException.unreadable("a tab's cells are missing", tab.name());
            }
        }
    }

    private void readTables(Container container, Tabs tabs, @Nullable String stringsKey, @Nullable String stylesKey)
            throws IOException {
        if (tabs.byTable().isEmpty()) {
            return;
        }
        DateStyles styles = styles(container, stylesKey);
        try (SharedStrings strings = new SharedStrings(HELD_CHARS, HELD_STRINGS, options.temporary())) {
            ZipPart part = stringsKey == null ? null : container.find(stringsKey);
            if (part != null) {
                try (InputStream in = container.open(part)) {
                    strings.read(in, options.limits().cellChars());
                }
            }
            CellReader cells = new CellReader(strings, styles, options.limits().cellChars());
            for (Map.Entry<TableName, Tabs.Tab> each : tabs.byTable().entrySet()) {
                if (!readTable(container, tabs, each.getKey(), each.getValue(), cells)) {
                    return;
                }
            }
            inflation.report();
        }
    }

    private static DateStyles styles(Container container, @Nullable String key) throws IOException {
        ZipPart part = key == null ? null : container.find(key);
        if (part == null) {
            return DateStyles.none();
        }
        try (InputStream in = container.openSmall(part)) {
            return DateStyles.read(in);
        }
    }

    private boolean readTable(Container container, Tabs tabs, TableName table, Tabs.Tab tab, CellReader cells)
            throws IOException {
        ZipPart part = container.find(tab.key());
        if (part == null) {
            throw new IllegalStateException("the tab was checked");
        }
        try (InputStream in = container.open(part)) {
            SheetReader sheet = new SheetReader(table, tab.name(), tabs.dates(), cells, options.limits(), sink);
            return sheet.read(in);
        }
    }
}

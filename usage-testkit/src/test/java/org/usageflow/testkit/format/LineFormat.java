package org.usageflow.testkit.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.format.CellKind;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.ReadOptions;
import org.usageflow.spi.format.RowSink;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * A small format for the contract's own tests: a line for each table ({@code T}), header ({@code H}) and row ({@code R}), cells between tabs. It may have one defect.
 */
final class LineFormat implements UsageFormat {

    static final String MAGIC = "LINES";

    private final boolean severalTables;
    private final Defect defect;
    private final AtomicLong stamp = new AtomicLong();
    private final StringBuilder shared = new StringBuilder();

    LineFormat(boolean severalTables, Defect defect) {
        this.severalTables = severalTables;
        this.defect = defect;
    }

    @Override
    public FormatId id() {
        return new FormatId("lines");
    }

    @Override
    public boolean recognises(ContentSample sample) {
        return defect == Defect.RECOGNISES_ANYTHING || sample.text().startsWith(MAGIC);
    }

    @Override
    public boolean holdsSeveralTables() {
        return severalTables;
    }

    @Override
    public void read(UploadSource source, ReadOptions options, RowSink sink) throws IOException {
        if (defect == Defect.LEAVES_TEMPORARY_FILE) {
            Files.createTempFile(options.temporary(), "left", ".tmp");
        }
        if (source.size() > options.limits().bytes() && defect != Defect.IGNORES_LIMIT_OF_BYTES) {
            tooLarge(sink, "bytes", options.limits().bytes());
            return;
        }
        String content = Files.readString(source.path(), StandardCharsets.ISO_8859_1);
        var text = new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        new LineReader(severalTables, defect, options, sink).read(text);
    }

    static void tooLarge(RowSink sink, String what, long limit) {
        sink.fault(ProblemCode.FILE_TOO_LARGE, Place.FILE, null, Map.of("what", what, "limit", Long.toString(limit)));
    }

    @Override
    public RowWriter write(OutputStream target, WriteOptions options) {
        String head = MAGIC + (defect == Defect.STAMPS_FILES ? " " + stamp.incrementAndGet() : "");
        StringBuilder buffer = defect == Defect.SHARES_BUFFER ? shared : new StringBuilder();
        return new LineWriter(target, head, severalTables, defect, buffer);
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    static String unescape(String text) {
        var plain = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                plain.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String letter(CellKind kind) {
        return switch (kind) {
            case BLANK -> "B";
            case TEXT -> "T";
            case NUMBER -> "N";
            default -> throw new IllegalArgumentException("cannot be written: " + kind);
        };
    }

    static CellKind kind(char letter) {
        return letter == 'N' ? CellKind.NUMBER : letter == 'B' ? CellKind.BLANK : CellKind.TEXT;
    }

    static List<String> cells(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split("\t", -1));
    }
}

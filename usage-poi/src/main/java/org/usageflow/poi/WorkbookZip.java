package org.usageflow.poi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip stream whose entries all bear the same time, so that equal content gives equal bytes, and that can be given up without being completed. */
final class WorkbookZip extends ZipOutputStream {

    // The earliest that a zip container can hold
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 32 * 1024;

    WorkbookZip(OutputStream target, int compression) {
        super(target);
        setLevel(compression);
        // The default of 512 bytes asks the compressor too often
        buf = new byte[BUFFER];
    }

    void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        putNextEntry(entry);
    }

    /** Frees the compressor; writes nothing. The target stays open. */
    void release() {
        def.end();
    }
}

package org.usageflow.poi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Looks into the directory of an OLE container, to tell a workbook with a password from an old one. Follows only as much of the container as that takes, and nothing that it
 * says can make that long: no more sectors than a small directory has.
 */
final class OleContainer {

    private static final String ENCRYPTED = "EncryptedPackage";
    private static final int HEADER_FAT_SECTORS = 109;
    private static final int ENTRY = 128;
    private static final int NAME = 64;
    private static final int MAX_SECTORS = 4_096;
    private static final int WINDOW = 8 * 1024;
    private static final long LAST_SECTOR = 0xFFFF_FFFAL;

    private final FileWindow file;
    private final int shift;

    private OleContainer(FileWindow file) throws IOException {
        this.file = file;
        this.shift = file.u16(30);
    }

    /** What is wrong with the container. */
    static FaultException fault(FileChannel channel) throws IOException {
        try {
            OleContainer container = new OleContainer(new FileWindow(channel, WINDOW));
            if (container.isEncrypted()) {
                return FaultException.encrypted(null);
            }
        } catch (FaultException e) {
            return FaultException.unreadable("it is an old binary document that is damaged");
        }
        return FaultException.unreadable("it is an old binary workbook (XLS), to be saved as XLSX");
    }

    private boolean isEncrypted() throws IOException {
        if (shift != 9 && shift != 12) {
            return false;
        }
        long sector = file.u32(48);
        for (int i = 0; i < MAX_SECTORS && sector < LAST_SECTOR; i++) {
            if (holdsEncryptedPackage(offset(sector))) {
                return true;
            }
            sector = next(sector);
        }
        return false;
    }

    private long offset(long sector) {
        return sector + 1 << shift;
    }

    private boolean holdsEncryptedPackage(long at) throws IOException {
        for (long entry = at; entry < at + (1L << shift); entry += ENTRY) {
            int length = file.u16(entry + NAME);
            if (length == 2 * (ENCRYPTED.length() + 1) && ENCRYPTED.equals(name(entry, length - 2))) {
                return true;
            }
        }
        return false;
    }

    private String name(long entry, int bytes) throws IOException {
        return new String(file.bytes(entry, bytes), StandardCharsets.UTF_16LE);
    }

    /** The sector after this one, by the allocation table. */
    private long next(long sector) throws IOException {
        int perSector = 1 << shift - 2;
        return file.u32(offset(fatSector(sector / perSector)) + 4 * (sector % perSector));
    }

    /** Where a sector of the allocation table is: the first ones in the header, the others in a chain of lists. */
    private long fatSector(long index) throws IOException {
        if (index < HEADER_FAT_SECTORS) {
            return file.u32(76 + 4 * index);
        }
        int perList = (1 << shift - 2) - 1;
        long left = index - HEADER_FAT_SECTORS;
        long list = file.u32(68);
        for (int i = 0; left >= perList && i < MAX_SECTORS; i++) {
            list = file.u32(offset(list) + 4L * perList);
            left -= perList;
        }
        if (left >= perList) {
            throw FaultException.unreadable("its container is damaged");
        }
        return file.u32(offset(list) + 4 * left);
    }
}

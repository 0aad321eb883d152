package org.usageflow.poi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.usageflow.spi.format.UploadLimits;

/**
 * Reads the central directory of a zip container, and refuses one that could be understood in two ways: names that come twice, entries that overlap, headers that disagree.
 *
 * <p>Own code, since {@link java.util.zip.ZipFile} loads the whole directory whatever its size, and hides repeated names. Memory is bounded by the number of entries allowed.
 */
final class ZipDirectory {

    private static final long END = 0x0605_4B50L;
    private static final long END_64 = 0x0606_4B50L;
    private static final long LOCATOR_64 = 0x0706_4B50L;
    private static final long CENTRAL = 0x0201_4B50L;
    private static final long LOCAL = 0x0403_4B50L;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int MAX_NAME = 1024;
    private static final long SATURATED_32 = 0xFFFF_FFFFL;
    private static final int SATURATED_16 = 0xFFFF;
    // Bits 0, 6 and 13: encrypted, strongly encrypted, directory encrypted
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int AES = 99;

    private static final int DIRECTORY_WINDOW = 64 * 1024;
    private static final int HEADER_WINDOW = 4 * 1024;

    private final FileWindow file;
    private final FileWindow headers;
    private final UploadLimits limits;
    private long count;
    private long offset;
    private long size;

    private ZipDirectory(FileChannel channel, UploadLimits limits) throws IOException {
        this.file = new FileWindow(channel, DIRECTORY_WINDOW);
        this.headers = new FileWindow(channel, HEADER_WINDOW);
        this.limits = limits;
    }

    /** All entries in the order of the file, checked. */
    static List<ZipPart> read(FileChannel channel, UploadLimits limits) throws IOException {
        return new ZipDirectory(channel, limits).read();
    }

    private List<ZipPart> read() throws IOException {
        long end = findEnd();
        readEnd(end);
        if (count < 0 || count > limits.entries()) {
            throw FaultException.tooLarge("the number of zip entries", limits.entries(), null);
        }
        if (!file.has(offset, size) || offset + size > end) {
            throw FaultException.unreadable("the directory of its container is damaged");
        }
        List<ZipPart> parts = entries();
        parts.sort(Comparator.comparingLong(ZipPart::header));
        refuseOverlaps(parts);
        return parts;
    }

    private long findEnd() throws IOException {
        long last = file.length() - END_SIZE;
        for (long at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (file.u8(at) == 'P' && file.u32(at) == END && file.u16(at + 20) == last - at) {
                return at;
            }
        }
        throw FaultException.unreadable("its container breaks off or is damaged");
    }

    private void readEnd(long end) throws IOException {
        count = file.u16(end + 10);
        size = file.u32(end + 12);
        offset = file.u32(end + 16);
        boolean saturated = count == SATURATED_16 || size == SATURATED_32 || offset == SATURATED_32;
        long locator = end - 20;
        if (saturated && file.has(locator, 20) && file.u32(locator) == LOCATOR_64) {
            long record = file.i64(locator + 8);
            if (!file.has(record, 56) || file.u32(record) != END_64) {
                throw FaultException.unreadable("the directory of its container is damaged");
            }
            count = file.i64(record + 32);
            size = file.i64(record + 40);
            offset = file.i64(record + 48);
        } else if (file.u16(end + 4) != 0 || file.u16(end + 6) != 0) {
            throw FaultException.unreadable("its container is split over several files");
        }
    }

    private List<ZipPart> entries() throws IOException {
        List<ZipPart> parts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long claimed = 0;
        long at = offset;
        while (at < offset + size) {
            ZipPart part = entry(at);
            parts.add(part);
            if (parts.size() > limits.entries()) {
                throw FaultException.tooLarge("the number of zip entries", limits.entries(), null);
            }
            if (!keys.add(part.key())) {
                throw FaultException.suspicious("it has two entries of the same name", part.name());
            }
            claimed += part.inflated();
            at += CENTRAL_SIZE + file.u16(at + 28) + file.u16(at + 30) + file.u16(at + 32);
        }
        if (parts.size() != count || at != offset + size) {
            throw FaultException.suspicious("the directory of its container miscounts the entries", null);
        }
        if (claimed < 0 || claimed > limits.totalBytes()) {
            throw FaultException.tooLarge("the inflated size of all entries in bytes", limits.totalBytes(), null);
        }
        return parts;
    }

    private ZipPart entry(long at) throws IOException {
        if (file.u32(at) != CENTRAL) {
            throw FaultException.unreadable("the directory of its container is damaged");
        }
        byte[] written = name(at + CENTRAL_SIZE, file.u16(at + 28));
        String name = EntryNames.decode(written);
        int method = file.u16(at + 10);
        refuseEncrypted(file.u16(at + 8), method, name);
        if (method != 0 && method != 8) {
            throw FaultException.unreadable("an entry is compressed by an unusual method", name);
        }
        long[] numbers = {file.u32(at + 24), file.u32(at + 20), file.u32(at + 42)};
        widen(numbers, at + CENTRAL_SIZE + written.length, file.u16(at + 30));
        refuseOversize(numbers[0], numbers[1], name);
        long data = dataOf(numbers[2], written, method, name);
        if (!file.has(data, numbers[1]) || data + numbers[1] > offset) {
            throw FaultException.unreadable("an entry reaches beyond the data of its container", name);
        }
        return new ZipPart(
                name, EntryNames.key(name), method == 8, file.u32(at + 16), numbers[1], numbers[0], numbers[2], data);
    }

    private byte[] name(long at, int length) throws IOException {
        if (length > MAX_NAME) {
            throw FaultException.unreadable("an entry has a name of more than " + MAX_NAME + " bytes");
        }
        return file.bytes(at, length);
    }

    private static void refuseEncrypted(int flags, int method, String name) throws FaultException {
        if ((flags & ENCRYPTED) != 0 || method == AES) {
            throw FaultException.encrypted(name);
        }
    }

    /** Replaces saturated numbers (inflated, compressed, header) by those of the zip64 field. */
    private void widen(long[] numbers, long extra, int length) throws IOException {
        long at = extra;
        while (at + 4 <= extra + length) {
            int bytes = file.u16(at + 2);
            if (file.u16(at) == 1) {
                long field = at + 4;
                for (int i = 0; i < numbers.length; i++) {
                    if (numbers[i] == SATURATED_32 && field + 8 <= at + 4 + bytes) {
                        numbers[i] = file.i64(field);
                        field += 8;
                    }
                }
                return;
            }
            at += 4 + bytes;
        }
    }

    /** A directory that accuses itself is believed: it saves the inflating. */
    private void refuseOversize(long inflated, long compressed, String name) throws FaultException {
        if (inflated < 0 || compressed < 0) {
            throw FaultException.unreadable("the directory of its container is damaged", name);
        }
        if (inflated > limits.entryBytes()) {
            throw FaultException.tooLarge("the inflated size of an entry in bytes", limits.entryBytes(), name);
        }
        if (inflated > limits.ratioFrom() && inflated / limits.ratio() > compressed) {
            throw Inflation.tooDense(limits, name);
        }
    }

    /** Where the data start, by the local header, which has to agree with the directory. */
    private long dataOf(long header, byte[] written, int method, String name) throws IOException {
        if (!file.has(header, LOCAL_SIZE) || headers.u32(header) != LOCAL) {
            throw FaultException.unreadable("an entry's header is damaged", name);
        }
        refuseEncrypted(headers.u16(header + 6), headers.u16(header + 8), name);
        int length = headers.u16(header + 26);
        int extra = headers.u16(header + 28);
        if (length != written.length
                || headers.u16(header + 8) != method
                || !Arrays.equals(headers.bytes(header + LOCAL_SIZE, length), written)) {
            throw FaultException.suspicious("an entry's header disagrees with the directory", name);
        }
        return header + LOCAL_SIZE + length + extra;
    }

    private static void refuseOverlaps(List<ZipPart> sorted) throws FaultException {
        long end = 0;
        for (ZipPart part : sorted) {
            if (part.header() < end) {
                throw FaultException.suspicious("two of its entries overlap", part.name());
            }
            end = part.end();
        }
    }
}

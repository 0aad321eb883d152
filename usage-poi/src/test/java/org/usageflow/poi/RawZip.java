package org.usageflow.poi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip containers byte by byte, so that every lie can be told. */
final class RawZip {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * An entry as it is to be written, true or not.
     *
     * @param name in the directory
     * @param localName in the entry's own header
     * @param data as they stand in the file
     * @param method 0 stored, 8 deflated
     * @param flags of both headers
     * @param crc as claimed
     * @param inflated as claimed
     * @param compressed as claimed
     * @param headerOf the index of the entry whose header the directory points to; -1 for its own
     */
    record Entry(
            String name,
            String localName,
            byte[] data,
            int method,
            int flags,
            long crc,
            long inflated,
            long compressed,
            int headerOf) {

        static Entry of(String name, byte[] content) {
            byte[] data = deflate(content, true);
            var crc = new CRC32();
            crc.update(content);
            return new Entry(name, name, data, 8, 0x800, crc.getValue(), content.length, data.length, -1);
        }

        static Entry stored(String name, byte[] content) {
            Entry deflated = of(name, content);
            return new Entry(name, name, content, 0, 0x800, deflated.crc, content.length, content.length, -1);
        }

        Entry named(String directory, String local) {
            return new Entry(directory, local, data, method, flags, crc, inflated, compressed, headerOf);
        }

        Entry claiming(long inflatedSize) {
            return new Entry(name, localName, data, method, flags, crc, inflatedSize, compressed, headerOf);
        }

        Entry withData(byte[] other) {
            return new Entry(name, localName, other, method, flags, crc, inflated, other.length, headerOf);
        }

        Entry withCrc(long other) {
            return new Entry(name, localName, data, method, flags, other, inflated, compressed, headerOf);
        }

        Entry withFlags(int other) {
            return new Entry(name, localName, data, method, other, crc, inflated, compressed, headerOf);
        }

        Entry withMethod(int other) {
            return new Entry(name, localName, data, other, flags, crc, inflated, compressed, headerOf);
        }

        Entry sharing(int index) {
            return new Entry(name, localName, new byte[0], method, flags, crc, inflated, compressed, index);
        }
    }

    static byte[] deflate(byte[] content, boolean raw) {
        var deflater = new Deflater(9, raw);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    RawZip add(Entry entry) {
        entries.add(entry);
        return this;
    }

    RawZip add(String name, String content) {
        return add(Entry.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Changes the entry of that name. */
    RawZip change(String name, UnaryOperator<Entry> change) {
        entries.replaceAll(entry -> entry.name().equals(name) ? change.apply(entry) : entry);
        return this;
    }

    byte[] bytes() {
        return bytes(entries.size());
    }

    /** The container, whose end claims a number of entries. */
    byte[] bytes(int count) {
        var file = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        List<Integer> headers = new ArrayList<>();
        for (Entry entry : entries) {
            headers.add(file.size());
            int header = headers.get(entry.headerOf() < 0 ? headers.size() - 1 : entry.headerOf());
            if (entry.headerOf() < 0) {
                writeLocal(file, entry);
            }
            writeCentral(directory, entry, header);
        }
        ByteBuffer end =
                little(22).putInt(0x06054B50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(directory.size()).putInt(file.size()).putShort((short) 0);
        file.writeBytes(directory.toByteArray());
        file.writeBytes(end.array());
        return file.toByteArray();
    }

    private static void writeLocal(ByteArrayOutputStream out, Entry entry) {
        byte[] name = entry.localName().getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(30).putInt(0x04034B50).putShort((short) 20);
        common(header, entry).putShort((short) name.length).putShort((short) 0);
        out.writeBytes(header.array());
        out.writeBytes(name);
        out.writeBytes(entry.data());
    }

    private static void writeCentral(ByteArrayOutputStream out, Entry entry, int local) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(46).putInt(0x02014B50).putShort((short) 20).putShort((short) 20);
        common(header, entry).putShort((short) name.length).position(42);
        out.writeBytes(header.putInt(local).array());
        out.writeBytes(name);
    }

    private static ByteBuffer common(ByteBuffer header, Entry entry) {
        header.putShort((short) entry.flags()).putShort((short) entry.method()).putInt(0x00210000);
        return header.putInt((int) entry.crc()).putInt((int) entry.compressed()).putInt((int) entry.inflated());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

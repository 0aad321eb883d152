package org.usageflow.verification.flow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes that no ordinary writer makes. */
final class Hostile {

    private static final int SECTOR = 512;

    private Hostile() {}

    /** An OLE container with one stream of that name. */
    static byte[] ole(String stream) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * SECTOR).order(ByteOrder.BIG_ENDIAN);
        bytes.putLong(0, 0xD0CF_11E0_A1B1_1AE1L).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(30, (short) 9);
        bytes.putInt(44, 1);
        bytes.putInt(48, 0);
        bytes.putInt(76, 1);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        bytes.put(SECTOR + 128, name);
        bytes.putShort(SECTOR + 128 + 64, (short) (name.length + 2));
        bytes.putInt(2 * SECTOR, -2);
        return bytes.array();
    }

    /** A zip container whose entries say that they are encrypted. */
    static byte[] encrypted(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int count = bytes.getShort(end + 10);
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            int local = bytes.getInt(at + 42);
            bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            bytes.putShort(local + 6, (short) (bytes.getShort(local + 6) | 1));
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return bytes.array();
    }

    /** The bytes with every occurrence of an ASCII text replaced. */
    static byte[] replaced(byte[] content, String text, byte[] other) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return all.replace(text, new String(other, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.usageflow.verification.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small OLE containers, as encrypted and old workbooks are. */
final class Ole {

    private static final int SECTOR = 512;

    private Ole() {}

    /** With one stream of that name. */
    static byte[] container(String stream) {
        return container(stream, -2);
    }

    /** Whose directory goes on with itself. */
    static byte[] circle() {
        return container("Workbook", 0);
    }

    private static byte[] container(String stream, int next) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * SECTOR).order(ByteOrder.BIG_ENDIAN);
        bytes.putLong(0, 0xD0CF_11E0_A1B1_1AE1L).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(30, (short) 9).putInt(44, 1).putInt(48, 0).putInt(76, 1);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        bytes.put(SECTOR + 128, name).putShort(SECTOR + 128 + 64, (short) (name.length + 2));
        return bytes.putInt(2 * SECTOR, next).array();
    }
}

package org.usageflow.poi;

import java.nio.charset.StandardCharsets;

/** Names of elements and attributes as numbers, which compare quicker than text. */
final class XmlNames {

    /** The number of the empty name, with which each name begins. */
    static final long SEED = 0xCBF2_9CE4_8422_2325L;

    private static final long PRIME = 0x100_0000_01B3L;
    // Letters, digits, '-', '.', '_' and ':' among the first 128 characters; every byte beyond is part of a name
    private static final long NAME_LOW = 0x07FF_6000_0000_0000L;
    private static final long NAME_HIGH = 0x07FF_FFFE_87FF_FFFEL;

    private XmlNames() {}

    static long key(String name) {
        long key = SEED;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            key = next(key, b);
        }
        return key;
    }

    /** The number of a name that is longer by a byte. */
    static long next(long key, int b) {
        return (key ^ (b & 0xFF)) * PRIME;
    }

    /** Whether the byte may be part of a name. */
    static boolean isPart(int b) {
        return b < 0 || ((b < 64 ? NAME_LOW >>> b : NAME_HIGH >>> (b - 64)) & 1) != 0;
    }
}

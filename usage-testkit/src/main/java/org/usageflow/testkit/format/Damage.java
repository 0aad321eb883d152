package org.usageflow.testkit.format;

import java.util.Arrays;
import java.util.Random;

/** Damages files: bytes changed, parts lost, doubled or cut off. */
final class Damage {

    private static final int KINDS = 4;

    private Damage() {}

    /** A damaged copy; the same for the same state of the random source. */
    static byte[] of(byte[] whole, Random random) {
        int from = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(64, whole.length - from));
        return switch (random.nextInt(KINDS)) {
            case 0 -> changed(whole, random);
            case 1 -> joined(Arrays.copyOf(whole, from), Arrays.copyOfRange(whole, from + length, whole.length));
            case 2 -> joined(Arrays.copyOf(whole, from + length), Arrays.copyOfRange(whole, from, whole.length));
            default -> Arrays.copyOf(whole, from);
        };
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}

package org.usageflow.core;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Keeps nothing of what is written to it but its SHA-256 and its size. */
final class HashingStream extends OutputStream {

    private final MessageDigest digest = Hashes.sha256();
    private long bytes;

    @Override
    public void write(int b) {
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] source, int from, int length) {
        digest.update(source, from, length);
        bytes += length;
    }

    /** Of all that was written: 64 lower-case hexadecimal digits. Once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long bytes() {
        return bytes;
    }
}

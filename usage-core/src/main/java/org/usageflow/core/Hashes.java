package org.usageflow.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.usageflow.spi.format.UploadSource;

/** SHA-256 of uploads. */
final class Hashes {

    private Hashes() {}

    /** Of the first bytes of an upload, at most so many: 64 lower-case hexadecimal digits. */
    static String sha256(UploadSource source, long most) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = source.open()) {
            long left = most;
            for (int count = in.read(buffer); count >= 0 && left > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, (int) Math.min(count, left));
                left -= count;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.usageflow.verification.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.usageflow.problem.Place;
import org.usageflow.problem.ProblemCode;

/** A digest of problems: codes, places and raw values, in their order. */
final class PlaceDigest {

    private final MessageDigest digest;

    PlaceDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(ProblemCode code, Place place, String value) {
        digest.update((code + " " + place + " " + value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

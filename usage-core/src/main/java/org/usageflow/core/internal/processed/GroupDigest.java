package org.usageflow.core.internal.processed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.model.CategoryId;
import org.usageflow.model.DynamicItem;
import org.usageflow.model.Item;
import org.usageflow.model.RecordSubscription;
import org.usageflow.model.ReportedRecord;
import org.usageflow.schema.KeyPart;

/** Tells the groups of rows apart, by 64 bits. */
final class GroupDigest {

    private GroupDigest() {}

    /** A number that rows of one group share; never 0. */
    static long of(
            ReportedRecord reported,
            @Nullable Item item,
            @Nullable RecordSubscription subscription,
            Set<KeyPart> groupKey) {
        MessageDigest digest = sha256();
        for (KeyPart part : KeyPart.values()) {
            if (groupKey.contains(part)) {
                add(digest, part, reported, item, subscription);
            }
        }
        long value = ByteBuffer.wrap(digest.digest()).getLong();
        return value == 0 ? 1 : value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void add(
            MessageDigest digest,
            KeyPart part,
            ReportedRecord reported,
            @Nullable Item item,
            @Nullable RecordSubscription subscription) {
        switch (part) {
            case ITEM -> item(digest, item, reported.dynamicItem());
            case SUBSCRIPTION ->
                text(digest, subscription == null ? "" : subscription.id().value());
            case START -> time(digest, reported.window().start());
            case END -> time(digest, reported.window().endExclusive());
            case CATEGORY -> category(digest, reported.category());
            case PARAMETERS ->
                new TreeMap<>(reported.parameters()).forEach((name, value) -> {
                    text(digest, name);
                    text(digest, value);
                });
        }
    }

    private static void item(MessageDigest digest, @Nullable Item item, @Nullable DynamicItem dynamic) {
        if (item != null) {
            text(digest, item.id().value());
        } else if (dynamic != null) {
            // An item's id has no line end
            text(digest, "\n" + dynamic.mpn());
        }
    }

    private static void category(MessageDigest digest, @Nullable CategoryId category) {
        text(digest, category == null ? "" : category.value());
    }

    private static void time(MessageDigest digest, Instant time) {
        digest.update(ByteBuffer.allocate(12)
                .putLong(time.getEpochSecond())
                .putInt(time.getNano())
                .flip());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}

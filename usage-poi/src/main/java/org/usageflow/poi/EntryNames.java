package org.usageflow.poi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Names of entries and of parts: whether they are safe, when two are the same, and what a relationship's target means. */
final class EntryNames {

    private EntryNames() {}

    /** The name as UTF-8, or as Latin-1 where it is not: old tools wrote code pages, and only equality counts. */
    static String decode(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(name, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The key of an entry.
     *
     * @throws FaultException if the name could lead out of a directory, or is read as a different one by different tools
     */
    static String key(String name) throws FaultException {
        String decoded = percentDecoded(name);
        if (!isSafe(name) || !isSafe(decoded)) {
            throw FaultException.suspicious("it has an entry with an unsafe name", name);
        }
        String folded = decoded.toLowerCase(Locale.ROOT);
        return folded.endsWith("/") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static boolean isSafe(String name) {
        if (name.isEmpty() || name.startsWith("/") || hasDrive(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' || c < ' ' || c == 0x7F) {
                return false;
            }
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDrive(String name) {
        return name.length() > 1 && name.charAt(1) == ':';
    }

    /** The text with {@code %HH} decoded as UTF-8. */
    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * The key of the part that a relationship of another part leads to.
     *
     * @param source the key of the part that has the relationship; empty for the package
     * @throws FaultException if the target leads out of the package
     */
    static String resolve(String source, String target) throws FaultException {
        String path = percentDecoded(target).replace('\\', '/').toLowerCase(Locale.ROOT);
        Deque<String> segments = new ArrayDeque<>();
        if (!path.startsWith("/") && source.indexOf('/') >= 0) {
            push(segments, source.substring(0, source.lastIndexOf('/')));
        }
        if (!push(segments, path)) {
            throw FaultException.suspicious("a relationship leads out of the container", target);
        }
        return String.join("/", segments);
    }

    private static boolean push(Deque<String> segments, String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return false;
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return true;
    }

    /** The key of the part that holds the relationships of another; the package's own for an empty key. */
    static String relationshipsOf(String key) {
        int slash = key.lastIndexOf('/');
        return key.substring(0, slash + 1) + "_rels/" + key.substring(slash + 1) + ".rels";
    }
}

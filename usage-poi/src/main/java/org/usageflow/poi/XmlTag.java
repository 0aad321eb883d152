package org.usageflow.poi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A tag: its name, and where the values of its attributes stand in the buffer, until the next one is read. */
final class XmlTag {

    /** Returned where there is no such attribute. */
    static final int NONE = -1;

    private static final int MAX_ATTRIBUTES = 96;
    private static final int MAX_MAIN = 4;
    private static final long XMLNS = XmlNames.key("xmlns");
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String RELATIONSHIPS = "/relationships";

    private final long[] names = new long[MAX_ATTRIBUTES];
    private final long[] prefixes = new long[MAX_ATTRIBUTES];
    private final int[] starts = new int[MAX_ATTRIBUTES];
    private final int[] ends = new int[MAX_ATTRIBUTES];
    private final long[] mainPrefixes = new long[MAX_MAIN];
    private int mains;
    private boolean mainUnprefixed;
    private byte[] bytes = new byte[0];
    private int count;
    private long prefix;
    private long local;
    private boolean selfClosed;
    private boolean references;
    // Where the name that was read last ends
    private int at;

    /** Reads a start tag; false if it does not end within the buffer, which is then to be filled. */
    boolean parseStart(XmlBytes in) throws IOException {
        bytes = in.buffer();
        count = 0;
        references = false;
        selfClosed = false;
        if (!name(in.position() + 1)) {
            return incomplete(in, at);
        }
        long elementPrefix = prefix;
        long elementLocal = local;
        int end = attributes(at, in.limit());
        if (end < 0) {
            return incomplete(in, ~end);
        }
        prefix = elementPrefix;
        local = elementLocal;
        if (references) {
            resolveReferences();
        }
        in.position(end);
        return true;
    }

    /** Reads the attributes; gives the place after the tag, or where it went wrong, complemented. */
    private int attributes(int from, int limit) throws FaultException {
        int p = from;
        while (true) {
            int before = p;
            p = blanks(p);
            int b = bytes[p];
            if (b == '>') {
                return p + 1;
            }
            if (b == '/' && bytes[p + 1] == '>' && p + 1 < limit) {
                selfClosed = true;
                return p + 2;
            }
            // A blank stands before each attribute
            if (b == '/' || p == limit || p == before) {
                return ~p;
            }
            p = attribute(p);
            if (p < 0) {
                return p;
            }
        }
    }

    /** Reads an end tag; false if it does not end within the buffer. */
    boolean parseEnd(XmlBytes in) throws IOException {
        bytes = in.buffer();
        if (!name(in.position() + 2)) {
            return incomplete(in, at);
        }
        int p = blanks(at);
        if (bytes[p] != '>') {
            return incomplete(in, p);
        }
        in.position(p + 1);
        return true;
    }

    /** Whatever is not as expected at the end of the buffer may be so when there is more of it. */
    private static boolean incomplete(XmlBytes in, int where) throws FaultException {
        if (where >= in.limit() - 1) {
            return false;
        }
        throw XmlScanner.bad("with a malformed tag");
    }

    /** Reads a name, up to what cannot be part of one; the buffer ends with such a byte. */
    private boolean name(int from) {
        int p = from;
        long key = XmlNames.SEED;
        prefix = 0;
        int b = bytes[p];
        while (XmlNames.isPart(b)) {
            if (b == ':') {
                prefix = key;
                key = XmlNames.SEED;
            } else {
                key = XmlNames.next(key, b);
            }
            b = bytes[++p];
        }
        local = key;
        at = p;
        return p > from;
    }

    /** Reads an attribute; gives the place after it, or where it went wrong, complemented. */
    private int attribute(int from) throws FaultException {
        if (!name(from)) {
            return ~from;
        }
        int p = blanks(at);
        if (bytes[p] != '=') {
            return ~p;
        }
        p = blanks(p + 1);
        int quote = bytes[p];
        if (quote != '"' && quote != '\'') {
            return ~p;
        }
        int start = ++p;
        int b = bytes[p];
        while (b != quote) {
            if (b == '<') {
                return ~p;
            }
            references |= b == '&';
            b = bytes[++p];
        }
        add(start, p);
        return p + 1;
    }

    private void add(int start, int end) throws FaultException {
        if (count == MAX_ATTRIBUTES) {
            throw XmlScanner.bad("with more than " + MAX_ATTRIBUTES + " attributes in a tag");
        }
        for (int i = 0; i < count; i++) {
            if (names[i] == local && prefixes[i] == prefix) {
                throw XmlScanner.bad("with an attribute that comes twice");
            }
        }
        names[count] = local;
        prefixes[count] = prefix;
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    private int blanks(int from) {
        int p = from;
        int b = bytes[p];
        while (b == ' ' || b == '\n' || b == '\t' || b == '\r') {
            b = bytes[++p];
        }
        return p;
    }

    /** Puts characters in the place of their references; they are never longer. */
    private void resolveReferences() throws FaultException {
        for (int i = 0; i < count; i++) {
            String raw = new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8);
            if (raw.indexOf('&') >= 0) {
                byte[] resolved = XmlReferences.resolve(raw).getBytes(StandardCharsets.UTF_8);
                if (resolved.length > ends[i] - starts[i]) {
                    throw XmlBytes.notUtf8();
                }
                System.arraycopy(resolved, 0, bytes, starts[i], resolved.length);
                ends[i] = starts[i] + resolved.length;
            }
        }
    }

    /** Of the root element: which prefixes stand for the namespace of the part. A root without any namespace is taken for one of it. */
    void bindMainPrefixes() {
        boolean declared = false;
        for (int i = 0; i < count; i++) {
            boolean plain = prefixes[i] == 0 && names[i] == XMLNS;
            if (plain || prefixes[i] == XMLNS) {
                long bound = plain ? 0 : names[i];
                declared |= bound == prefix;
                bind(bound, value(i));
            }
        }
        if (!declared && mains == 0) {
            mainPrefixes[mains++] = prefix;
            mainUnprefixed = prefix == 0;
        }
    }

    private void bind(long bound, String namespace) {
        if (mains < MAX_MAIN && isMainNamespace(namespace)) {
            mainPrefixes[mains++] = bound;
            mainUnprefixed |= bound == 0;
        }
    }

    /** Any namespace of the standards but that of the attributes that name relationships. */
    private static boolean isMainNamespace(String uri) {
        return uri.startsWith(TRANSITIONAL + "spreadsheetml/")
                || uri.startsWith(STRICT + "spreadsheetml/")
                || uri.startsWith(TRANSITIONAL + "package/")
                        && (uri.endsWith(RELATIONSHIPS) || uri.endsWith("/content-types"));
    }

    boolean isMain() {
        for (int i = 0; i < mains; i++) {
            if (mainPrefixes[i] == prefix) {
                return true;
            }
        }
        return false;
    }

    /** Whether names without a prefix are in the main namespace. */
    boolean isMainUnprefixed() {
        return mainUnprefixed;
    }

    boolean isSelfClosed() {
        return selfClosed;
    }

    long local() {
        return local;
    }

    /** The name with its prefix, as one number. */
    long identity() {
        return prefix * 31 + local;
    }

    int attributes() {
        return count;
    }

    /** The name of an attribute that has no prefix; 0 for one that has. */
    long attributeName(int index) {
        return prefixes[index] == 0 ? names[index] : 0;
    }

    /** The attribute of that name without prefix, or {@link #NONE}. */
    int find(long name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name && prefixes[i] == 0) {
                return i;
            }
        }
        return NONE;
    }

    /** The text of the attribute of that name without prefix; null where there is none. */
    @Nullable
    String text(long name) {
        int index = find(name);
        return index == NONE ? null : value(index);
    }

    /** The text of the attribute of that name with any prefix; null where there is none. */
    @Nullable
    String prefixedText(long name) {
        for (int i = 0; i < count; i++) {
            if (names[i] == name && prefixes[i] != 0 && prefixes[i] != XMLNS) {
                return value(i);
            }
        }
        return null;
    }

    private String value(int index) {
        return new String(bytes, starts[index], ends[index] - starts[index], StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}

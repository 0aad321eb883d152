package org.usageflow.poi;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part refers to. Every relationship is looked at for what an upload may not have; only the kinds that are wanted are kept. */
final class Relationships {

    private static final long RELATIONSHIP = XmlNames.key("Relationship");
    private static final long ID = XmlNames.key("Id");
    private static final long TYPE = XmlNames.key("Type");
    private static final long TARGET = XmlNames.key("Target");
    private static final long MODE = XmlNames.key("TargetMode");
    private static final List<String> FAMILIES = List.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/");

    private final Map<String, Relationship> byId = new HashMap<>();

    /**
     * Where a part leads.
     *
     * @param kind the last word of its type, if the type is one of the standards'
     * @param target as written
     */
    record Relationship(String kind, String target) {}

    private Relationships() {}

    /**
     * Reads a part of relationships.
     *
     * @param wanted kinds to keep
     * @param most how many are kept; more are refused
     */
    static Relationships read(InputStream part, List<String> wanted, int most) throws IOException {
        Relationships result = new Relationships();
        XmlScanner xml = new XmlScanner(part);
        xml.root("Relationships");
        while (xml.next() == XmlScanner.START) {
            if (xml.isElement(RELATIONSHIP)) {
                result.accept(xml.tag(), wanted, most);
            }
            xml.skip();
        }
        xml.finish();
        return result;
    }

    private void accept(XmlTag tag, List<String> wanted, int most) throws FaultException {
        String type = orEmpty(tag.text(TYPE)).strip();
        String target = orEmpty(tag.text(TARGET)).strip();
        String word = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (word.startsWith("vbaproject") || word.contains("macrosheet")) {
            throw FaultException.macros(target);
        }
        boolean external = "External".equalsIgnoreCase(orEmpty(tag.text(MODE)).strip());
        if (word.startsWith("externallink") || (external && !word.equals("hyperlink"))) {
            throw FaultException.suspicious("it has a link to another file", target);
        }
        String kind = kind(type);
        if (external || !wanted.contains(kind)) {
            return;
        }
        if (byId.size() == most) {
            throw FaultException.tooLarge("the number of relationships", most, null);
        }
        byId.putIfAbsent(orEmpty(tag.text(ID)), new Relationship(kind, target));
    }

    private static String kind(String type) {
        for (String family : FAMILIES) {
            if (type.startsWith(family)) {
                return type.substring(family.length());
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Nullable
    Relationship byId(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The target of the relationship of that kind; null where there is none. */
    @Nullable
    String targetOf(String kind) {
        for (Relationship each : byId.values()) {
            if (each.kind().equals(kind)) {
                return each.target();
            }
        }
        return null;
    }
}

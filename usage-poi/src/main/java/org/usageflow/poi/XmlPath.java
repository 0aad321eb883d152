package org.usageflow.poi;

import java.util.List;

/**
 * Elements that mostly stand one in the other without anything between their tags. Their tags are then compared as a whole, which is most of what makes reading cells quick;
 * where they are spelled in any other way, they are read tag by tag.
 */
final class XmlPath {

    private final XmlWord starts;
    private final XmlWord ends;
    private final long around;
    private final long[] names;

    /**
     * A path.
     *
     * @param around the element around them, which ends with them
     * @param inner the elements, from the outside
     */
    XmlPath(String around, List<String> inner) {
        StringBuilder open = new StringBuilder();
        StringBuilder close = new StringBuilder();
        names = new long[inner.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = XmlNames.key(inner.get(i));
            open.append('<').append(inner.get(i)).append('>');
            close.insert(0, "</" + inner.get(i) + ">");
        }
        starts = new XmlWord(open.toString());
        ends = new XmlWord(close.append("</").append(around).append('>').toString());
        this.around = XmlNames.key(around);
    }

    XmlWord starts() {
        return starts;
    }

    XmlWord ends() {
        return ends;
    }

    long around() {
        return around;
    }

    /** How many elements, without the one around them. */
    int depth() {
        return names.length;
    }

    long name(int index) {
        return names[index];
    }
}

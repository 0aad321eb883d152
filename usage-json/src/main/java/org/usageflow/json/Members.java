package org.usageflow.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.usageflow.spi.format.SourceTable.HeaderPlace;
import org.usageflow.spi.format.UploadLimits;

/**
 * The names of the members of all objects, in the order in which they first appear: the headers. A name that stands twice in one object is there twice.
 *
 * <p>Bounded: of names beyond the limit for columns one is kept, all of them have at most the characters of a row.
 */
final class Members {

    /** Stands for a member that is not kept. */
    static final int NONE = -1;

    private final int most;
    private final int rowChars;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> repetitions = new HashMap<>();
    private final List<String> headers = new ArrayList<>();
    private final List<HeaderPlace> places = new ArrayList<>();
    // By column: the object in which the name was last seen, counted from 1
    private long[] seen = new long[32];
    private long chars;

    Members(UploadLimits limits) {
        this.most = limits.columns() + 1;
        this.rowChars = limits.rowChars();
    }

    /** Notes a member of an object, and answers its column. */
    int note(String name, long line, long position) throws RefusedException {
        Integer known = columns.get(name);
        if (known != null) {
            return note(known, line, position);
        }
        int column = add(columns, name, line, position);
        if (column != NONE) {
            seen[column] = position + 1;
        }
        return column;
    }

    /** Notes a member of an object by its column. */
    int note(int column, long line, long position) throws RefusedException {
        if (seen[column] == position + 1 && !repetitions.containsKey(headers.get(column))) {
            add(repetitions, headers.get(column), line, position);
        }
        seen[column] = position + 1;
        return column;
    }

    private int add(Map<String, Integer> index, String name, long line, long position) throws RefusedException {
        if (headers.size() == most) {
            return NONE;
        }
        chars += name.length();
        if (chars > rowChars) {
            throw RefusedException.tooLarge(line, "the names of all members", rowChars + " characters");
        }
        int column = headers.size();
        index.put(name, column);
        headers.add(name);
        places.add(new HeaderPlace(line, position));
        if (column == seen.length) {
            seen = Arrays.copyOf(seen, column * 2);
        }
        return column;
    }

    /** Forgets in which objects names were seen, for another pass. */
    void restart() {
        Arrays.fill(seen, 0);
    }

    /** The column of a member of an object whose name has that column: that of the repetition where it is one. */
    int column(int known, long position) {
        if (seen[known] == position + 1) {
            return repetitions.getOrDefault(headers.get(known), known);
        }
        seen[known] = position + 1;
        return known;
    }

    /** The column of a name, or {@link #NONE}. */
    int find(String name) {
        return columns.getOrDefault(name, NONE);
    }

    List<String> headers() {
        return headers;
    }

    List<HeaderPlace> places() {
        return places;
    }
}

package org.usageflow.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.usageflow.problem.Place;
import org.usageflow.spi.format.Locator;

/**
 * Places cells by line and JSON pointer.
 *
 * @param names of the members, by column
 * @param array whether pointers start at an array, rather than at the line's object
 */
record JsonLocator(List<String> names, boolean array) implements Locator {

    JsonLocator {
        names = List.copyOf(names);
    }

    @Override
    public Place locate(long number, long position, int column, @Nullable String canonical) {
        String object = array ? "/" + position : "";
        boolean member = column >= 0 && column < names.size();
        return new Place(null, number, canonical, null, member ? object + "/" + escaped(names.get(column)) : object);
    }

    // RFC 6901
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

package org.usageflow.verification.flow;

import java.util.List;
import org.usageflow.problem.Place;

/**
 * A file that was written, and where its cells stand.
 *
 * @param content its bytes
 * @param categories the bytes of a second file with the categories; null for none
 * @param places of its cells
 */
record Written(byte[] content, byte[] categories, Places places) {

    /** Places cells by the order of rows and columns. */
    interface Places {

        Place cell(int line, int column, Draft.Head head);

        Place header(int column, Draft.Head head);

        Place category(int index);
    }

    /** Places of formats that know lines alone; pointers are for JSON. */
    record Lines(long header, List<Long> lines, List<Long> categories) implements Places {

        @Override
        public Place cell(int line, int column, Draft.Head head) {
            return new Place(null, lines.get(line), head.name, null, null);
        }

        @Override
        public Place header(int column, Draft.Head head) {
            return new Place(null, header, head.text.strip(), null, null);
        }

        @Override
        public Place category(int index) {
            return new Place(null, categories.get(index), "category_id", null, null);
        }
    }
}

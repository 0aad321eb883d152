package org.usageflow.core.internal.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowSetProperties {

    @Provide
    Arbitrary<List<Long>> positions() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 200), Arbitraries.longs().between(0, 3_000_000))
                .list()
                .ofMaxSize(200);
    }

    @Property
    void set_of_rows_is_a_set(@ForAll("positions") List<Long> added, @ForAll("positions") List<Long> asked) {
        var rows = new RowSet();
        var model = new HashSet<Long>();

        for (long position : added) {
            assertThat(rows.add(position)).isEqualTo(model.add(position));
        }

        for (long position : asked) {
            assertThat(rows.contains(position)).isEqualTo(model.contains(position));
        }
    }

    @Example
    void neighbours_of_a_row_are_not_in_the_set() {
        var rows = new RowSet();

        rows.add(64);

        assertThat(rows.contains(64)).isTrue();
        assertThat(rows.contains(0)).isFalse();
        assertThat(rows.contains(63)).isFalse();
        assertThat(rows.contains(65)).isFalse();
        assertThat(rows.contains(128)).isFalse();
    }
}

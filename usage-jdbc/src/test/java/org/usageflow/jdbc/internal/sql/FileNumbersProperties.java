package org.usageflow.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;

class FileNumbersProperties {

    private static final long LAST = 99_999_999_999_999L;

    @Property
    void number_of_a_file_leads_back_to_its_id(@ForAll @LongRange(max = LAST) long number) {
        UsageFileId id = FileNumbers.id(number);

        assertThat(FileNumbers.of(id)).isEqualTo(number);
        assertThat(FileNumbers.id(FileNumbers.of(id))).isEqualTo(id);
    }

    @Property
    void numbers_are_in_the_order_of_the_ids(
            @ForAll @LongRange(max = LAST) long one, @ForAll @LongRange(max = LAST) long other) {
        int order = FileNumbers.id(one).compareTo(FileNumbers.id(other));

        assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
    }

    @Example
    void number_is_the_digits_of_the_id() {
        assertThat(FileNumbers.of(new UsageFileId("UF-2026-05-1234-5678"))).isEqualTo(20260512345678L);
        assertThat(FileNumbers.record(20260512345678L, 9))
                .isEqualTo(new UsageRecordId("UR-2026-05-1234-5678-0000-0009"));
    }
}

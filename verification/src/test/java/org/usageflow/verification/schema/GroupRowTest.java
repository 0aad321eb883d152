package org.usageflow.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.usageflow.model.Tier;
import org.usageflow.schema.GroupRow;

class GroupRowTest {

    @Test
    void values_are_written_plainly_unless_said_otherwise() {
        var row = new GroupRow(7, 5, new Tier(1), new BigDecimal("4E+2"), new BigDecimal("12.50"));

        assertThat(row.rawTier()).isEqualTo("1");
        assertThat(row.rawQuantity()).isEqualTo("400");
        assertThat(row.rawAmount()).isEqualTo("12.50");
    }

    @Test
    void what_is_blank_or_in_error_has_no_text() {
        var row = new GroupRow(7, 5, null, null, null);

        assertThat(row.rawTier()).isNull();
        assertThat(row.rawQuantity()).isNull();
        assertThat(row.rawAmount()).isNull();
    }
}

package org.usageflow.core.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells an added column from the vendor's own of the same name. */
class AddedColumnTest {

    private static final List<String> ADDED =
            List.of("record_id", "asset_external_id", " Asset_Recon_Id ", "CUSTOMER_ACCOUNT_ID", "errors");

    @Test
    void column_between_its_neighbours_is_added() {
        assertThat(AddedColumn.standsAsAdded(ADDED, 2)).isTrue();
    }

    @Test
    void column_elsewhere_is_not() {
        assertThat(AddedColumn.standsAsAdded(List.of("asset_recon_id", "asset_external_id"), 0))
                .isFalse();
        assertThat(AddedColumn.standsAsAdded(List.of("asset_external_id", "asset_recon_id", "errors"), 1))
                .isFalse();
        assertThat(AddedColumn.standsAsAdded(List.of("status", "system_record_id"), 0))
                .isFalse();
    }
}

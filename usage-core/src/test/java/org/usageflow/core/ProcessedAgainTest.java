package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.spi.format.TableName;

/** A processed file that is uploaded again: what was added is not read (rules §3.4). */
class ProcessedAgainTest {

    private final Bench bench = Bench.of(QT);

    private static GivenUpload upload(String... more) {
        GivenRow row = row("R-1");
        List<String> headers = new ArrayList<>(row.cells().keySet());
        for (String each : more) {
            headers.add(each);
            row = row.with(each, "recon-1");
        }
        return GivenUpload.empty().table(TableName.RECORDS, headers, row);
    }

    @Test
    @DisplayName("rules §3.4: an asset_recon_id that was added is not the vendor's")
    void reconciliation_id_that_was_added_is_not_read() {
        assertThat(bench.read(upload("asset_id", "asset_external_id", "asset_recon_id", "customer_account_id"))
                        .assetReconId())
                .isNull();
    }

    @Test
    @DisplayName("rules §3.1: an asset_recon_id of the vendor's is")
    void reconciliation_id_of_the_vendor_is_read() {
        assertThat(bench.read(upload("asset_recon_id")).assetReconId()).isEqualTo("recon-1");
        assertThat(bench.read(upload("asset_recon_id", "asset_id", "asset_external_id", "customer_account_id"))
                        .assetReconId())
                .isEqualTo("recon-1");
    }
}

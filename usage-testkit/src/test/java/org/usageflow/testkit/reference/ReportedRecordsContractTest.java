package org.usageflow.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.spi.reference.ReportedRecords;
import org.usageflow.testkit.ContractRun;
import org.usageflow.testkit.DeliberatelyWrong;

class ReportedRecordsContractTest {

    static class InMemory extends ReportedRecordsContract {
        @Override
        protected ReportedRecords reported() {
            return InMemoryReportedRecords.of(known());
        }
    }

    /** Forgets status and product, and knows the vendor's ids alone. */
    @DeliberatelyWrong
    static class Careless extends ReportedRecordsContract {
        @Override
        protected ReportedRecords reported() {
            return new ReportedRecords() {
                @Override
                public Set<RecordKey> findLive(ProductId product, ContractId contract, Set<RecordKey> keys) {
                    return keys;
                }

                @Override
                public Map<String, Boolean> findClosed(ProductId product, ContractId contract, Set<String> ids) {
                    var found = new HashMap<String, Boolean>();
                    known().forEach(each -> found.put(each.key().value(), each.closed()));
                    return found;
                }
            };
        }
    }

    @Test
    void contract_of_records_in_memory_holds() {
        ContractRun run = ContractRun.of(InMemory.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).hasSize(8);
    }

    @Test
    void contract_of_careless_records_fails_at_its_rules() {
        assertThat(ContractRun.of(Careless.class).failed())
                .contains(
                        "REPORTED-01",
                        "REPORTED-02",
                        "REPORTED-03",
                        "REPORTED-05",
                        "REPORTED-06",
                        "REPORTED-07",
                        "REPORTED-08")
                .doesNotContain("REPORTED-04");
    }
}

package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.Party;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageRecord;
import org.usageflow.query.FileQuery;
import org.usageflow.spi.store.ReadScope;
import org.usageflow.testkit.UsageFixtures;

/** Who reads what. Source: rules §4.1, §5. */
abstract class StoreVisibilityRules extends StoreChainRules {

    /** A file in each status, each with a record that is no part of a chain with resellers. */
    private List<UsageFile> givenInEachStatus(Environment environment, FileKind kind) {
        var files = new ArrayList<UsageFile>();
        int number = 1;
        for (UsageFileStatus status : UsageFileStatus.values()) {
            GivenFile file = StoreFixtures.file(number)
                    .status(status)
                    .environment(environment)
                    .kind(kind);
            UsageRecord record = StoreFixtures.record(StoreFixtures.fileId(number), 1)
                    .subscription(DIRECT)
                    .status(RecordStatus.ACCEPTED)
                    .build();
            files.add(given(file, record));
            number++;
        }
        return files;
    }

    @Test
    @DisplayName(
            "STORE-83 MUST: the system and the vendor of a file see it in every status, the records of a deleted one aside")
    void files_are_seen_by_the_system_and_their_vendor() {
        for (UsageFile file : givenInEachStatus(Environment.PRODUCTION, FileKind.ACTUAL)) {
            assertSees(true, file, StoreFixtures.SYSTEM);
            assertSees(true, file, StoreFixtures.VENDOR);
        }
        assertThat(askCount(session -> session.files().count(FileQuery.ALL, StoreFixtures.VENDOR)))
                .isEqualTo(UsageFileStatus.values().length);
    }

    @Test
    @DisplayName("STORE-84 MUST: the buyer of a file sees it from pending on, as distributor and as reseller")
    void files_are_seen_by_their_buyer_from_pending_on() {
        ReadScope reseller = StoreFixtures.reader(Party.RESELLER, UsageFixtures.DISTRIBUTOR);
        List<UsageFile> files = givenInEachStatus(Environment.PRODUCTION, FileKind.ACTUAL);

        for (UsageFile file : files) {
            boolean seen = ReadScope.BUYER_STATUSES.contains(file.status());
            assertSees(seen, file, StoreFixtures.BUYER);
            assertSees(seen, file, reseller);
        }
        assertThat(askCount(session -> session.files().count(FileQuery.ALL, StoreFixtures.BUYER)))
                .isEqualTo(ReadScope.BUYER_STATUSES.size());
    }

    @Test
    @DisplayName("STORE-85 MUST: the buyer sees estimates, and nothing of a preview")
    void previews_are_not_seen_by_the_buyer() {
        UsageFile preview = given(
                StoreFixtures.file(1).environment(Environment.PREVIEW).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F1, 1).status(RecordStatus.ACCEPTED).build());
        UsageFile estimate = given(
                StoreFixtures.file(2).kind(FileKind.ESTIMATE).status(UsageFileStatus.ACCEPTED),
                StoreFixtures.record(F2, 1).status(RecordStatus.ACCEPTED).build());

        assertSees(false, preview, StoreFixtures.BUYER);
        assertSees(true, preview, StoreFixtures.VENDOR);
        assertSees(true, estimate, StoreFixtures.BUYER);
        assertSees(false, preview, StoreFixtures.RESELLER_1);
        assertSees(false, estimate, StoreFixtures.RESELLER_1);
    }

    @Test
    @DisplayName("STORE-86 MUST: strangers see nothing, whatever their role, and nor does an account in another role")
    void files_are_not_seen_by_strangers() {
        List<UsageFile> files = givenInEachStatus(Environment.PRODUCTION, FileKind.ACTUAL);

        for (UsageFile file : files) {
            assertSees(false, file, StoreFixtures.reader(Party.VENDOR, STRANGER));
            assertSees(false, file, StoreFixtures.reader(Party.DISTRIBUTOR, STRANGER));
            assertSees(false, file, StoreFixtures.reader(Party.RESELLER, STRANGER));
            assertSees(false, file, StoreFixtures.reader(Party.VENDOR, UsageFixtures.DISTRIBUTOR));
            assertSees(false, file, StoreFixtures.reader(Party.DISTRIBUTOR, UsageFixtures.VENDOR));
            assertSees(false, file, StoreFixtures.reader(Party.RESELLER, UsageFixtures.CUSTOMER.id()));
        }
    }
}

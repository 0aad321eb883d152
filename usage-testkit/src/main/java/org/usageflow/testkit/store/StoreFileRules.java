package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.FileNotes;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordCounts;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageTotals;
import org.usageflow.spi.store.FileStore.Insertion;
import org.usageflow.testkit.UsageFixtures;

/** Files: what is kept of them, and what is unique. Source: rules §1, §10. */
abstract class StoreFileRules extends StoreTransactionRules {

    private static final ProductId OTHER_PRODUCT = new ProductId("PRD-113-628-781");
    private static final AccountId OTHER_VENDOR = new AccountId("VA-000-001");
    private static final String SHA = "0123456789abcdef".repeat(4);

    private Insertion inserted(GivenFile file) {
        return ask(session -> session.files().insert(file.build()));
    }

    @Test
    @DisplayName("STORE-16 MUST: a file comes back with all that it has")
    void file_with_everything_comes_back_equal() {
        UsageFile full = WholeFile.everything();

        Insertion outcome = ask(session -> session.files().insert(full));

        assertThat(outcome).isEqualTo(Insertion.DONE);
        assertThat(file(F1)).contains(full);
    }

    @Test
    @DisplayName("STORE-17 MUST: a file comes back without what it lacks")
    void file_with_the_least_comes_back_equal() {
        FileDetails rich = StoreFixtures.file(1).build().details();
        var poor = new FileDetails(
                " a name with blanks ",
                null,
                null,
                null,
                rich.product(),
                rich.contract(),
                rich.marketplace(),
                rich.vendor(),
                rich.buyer(),
                UsageFixtures.QT,
                rich.period(),
                null,
                Environment.PREVIEW,
                FileKind.ESTIMATE);
        UsageFile file = UsageFile.draft(F1, poor, Instant.EPOCH)
                .change()
                .upload(Upload.appended(Instant.EPOCH))
                .build();

        given(file);

        assertThat(file(F1)).contains(file);
    }

    @Test
    @DisplayName("STORE-18 MUST: a changed file comes back with all that it has, and without what was taken from it")
    void file_that_was_changed_comes_back_equal() {
        UsageFile draft = given(StoreFixtures.file(1).externalId("EXT-1"));
        UsageFile full = WholeFile.filled(draft);
        UsageFile emptied = full.change()
                .upload(null)
                .counts(RecordCounts.NONE)
                .notes(FileNotes.NONE)
                .build();

        change(session -> session.files().update(full));
        assertThat(file(F1)).contains(full);

        change(session -> session.files().update(emptied));
        assertThat(file(F1)).contains(emptied);
    }

    /** A file with all there can be. */
    private static final class WholeFile {

        static UsageFile everything() {
            return filled(StoreFixtures.file(1).externalId("EXT-1").build());
        }

        static UsageFile filled(UsageFile file) {
            return file.change()
                    .details(details(file.details()))
                    .status(UsageFileStatus.ACCEPTED)
                    .counts(new RecordCounts(Map.of(RecordStatus.ACCEPTED, 3_000_000_000L, RecordStatus.SUSPENDED, 1L)))
                    .upload(upload())
                    .notes(new FileNotes("well done", "too late\n\"again\"", "no disk"))
                    .supersededBy(F2)
                    .lastRecordNumber(99_999_999)
                    .build();
        }

        private static FileDetails details(FileDetails all) {
            return new FileDetails(
                    "Juli – Überblick 𝒳 'quoted' \\ %_",
                    "d".repeat(4_000),
                    "for the auditor\r\n\tsecond line",
                    all.externalId(),
                    all.product(),
                    all.contract(),
                    all.marketplace(),
                    all.vendor(),
                    all.buyer(),
                    UsageFixtures.TR,
                    all.period(),
                    all.currency(),
                    all.environment(),
                    all.kind());
        }

        private static Upload upload() {
            var totals = new UsageTotals(
                    new BigDecimal("12345678901234567890.12345678"),
                    UsageFixtures.EUR,
                    new BigDecimal("0.00000001"),
                    Map.of(UsageFixtures.TIER_0, new BigDecimal("12.5"), UsageFixtures.TIER_2, BigDecimal.ZERO));
            return Upload.announced(SHA, 5_000_000_000L, SHA)
                    .received(Instant.parse("2021-08-02T10:11:12.123456Z"))
                    .judged(true, new RowCounts(3_000_000_001L, 3_000_000_000L, 1, 1), totals);
        }
    }

    @Test
    @DisplayName("STORE-19 MUST: an id that is taken is told, and changes nothing")
    void insertion_of_an_id_that_is_taken_is_told() {
        UsageFile first = given(StoreFixtures.file(1));

        assertThat(inserted(StoreFixtures.file(1).name("another").externalId("EXT-9")))
                .isEqualTo(Insertion.ID_TAKEN);

        assertThat(file(F1)).contains(first);
        assertThat(byExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-9"))
                .isEmpty();
    }

    @Test
    @DisplayName("STORE-20 MUST: an external id that is taken is told, and changes nothing")
    void insertion_of_an_external_id_that_is_taken_is_told() {
        UsageFile first = given(StoreFixtures.file(1).externalId("EXT-1"));

        assertThat(inserted(StoreFixtures.file(2).externalId("EXT-1"))).isEqualTo(Insertion.EXTERNAL_ID_TAKEN);

        assertThat(file(F2)).isEmpty();
        assertThat(byExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-1"))
                .contains(first);
    }

    private Optional<UsageFile> byExternalId(AccountId vendor, ProductId product, String externalId) {
        return ask(session -> session.files().findByExternalId(vendor, product, externalId));
    }

    @Test
    @DisplayName("STORE-21 MUST: what is taken is told within a transaction too, which may go on")
    void insertion_twice_in_a_transaction_is_told() {
        change(session -> {
            session.files().insert(StoreFixtures.file(1).externalId("EXT-1").build());

            assertThat(session.files()
                            .insert(StoreFixtures.file(1).externalId("EXT-2").build()))
                    .isEqualTo(Insertion.ID_TAKEN);
            assertThat(session.files()
                            .insert(StoreFixtures.file(2).externalId("EXT-1").build()))
                    .isEqualTo(Insertion.EXTERNAL_ID_TAKEN);
            assertThat(session.files()
                            .insert(StoreFixtures.file(2).externalId("EXT-2").build()))
                    .isEqualTo(Insertion.DONE);
        });

        assertThat(file(F2)).isPresent();
    }

    @Test
    @DisplayName("STORE-22 MUST: an external id is unique for its vendor and product, exactly as it is written")
    void external_ids_of_others_are_no_conflict() {
        given(StoreFixtures.file(1).externalId("EXT-1"));

        assertThat(inserted(StoreFixtures.file(2).externalId("EXT-1").product(OTHER_PRODUCT)))
                .isEqualTo(Insertion.DONE);
        assertThat(inserted(StoreFixtures.file(3).externalId("EXT-1").vendor(OTHER_VENDOR)))
                .isEqualTo(Insertion.DONE);
        assertThat(inserted(StoreFixtures.file(4).externalId("ext-1"))).isEqualTo(Insertion.DONE);
        assertThat(inserted(StoreFixtures.file(5).externalId("EXT-1 "))).isEqualTo(Insertion.DONE);
        assertThat(inserted(StoreFixtures.file(6))).isEqualTo(Insertion.DONE);
        assertThat(inserted(StoreFixtures.file(7))).isEqualTo(Insertion.DONE);
    }

    @Test
    @DisplayName("STORE-23 MUST: a file is found by its external id whatever its status, and by no other")
    void file_by_external_id_is_found() {
        UsageFile deleted = given(StoreFixtures.file(1).externalId("EXT-1").status(UsageFileStatus.DELETED));
        given(StoreFixtures.file(2));

        assertThat(byExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-1"))
                .contains(deleted);
        assertThat(byExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-2"))
                .isEmpty();
        assertThat(byExternalId(UsageFixtures.VENDOR, OTHER_PRODUCT, "EXT-1")).isEmpty();
        assertThat(byExternalId(OTHER_VENDOR, UsageFixtures.PRODUCT, "EXT-1")).isEmpty();
    }

    @Test
    @DisplayName("STORE-24 MUST: a file is found by its external id as it is now, in a transaction at work too")
    void file_by_external_id_is_found_as_it_is_now() {
        UsageFile first = given(StoreFixtures.file(1).externalId("EXT-1"));
        UsageFile second = first.change().status(UsageFileStatus.DELETED).build();

        change(session -> {
            session.files().update(second);

            assertThat(session.files().findByExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-1"))
                    .contains(second);
        });

        assertThat(byExternalId(UsageFixtures.VENDOR, UsageFixtures.PRODUCT, "EXT-1"))
                .contains(second);
    }

    @Test
    @DisplayName("STORE-25 MUST: of two transactions that insert an id at a time one finds it taken")
    void racing_insertions_of_an_id_have_one_winner() {
        List<Insertion> outcomes = Elsewhere.race(
                () -> inserted(StoreFixtures.file(1).externalId("EXT-1")),
                () -> inserted(StoreFixtures.file(1).externalId("EXT-2")));

        assertThat(outcomes).containsExactlyInAnyOrder(Insertion.DONE, Insertion.ID_TAKEN);
        String winner = outcomes.get(0) == Insertion.DONE ? "EXT-1" : "EXT-2";
        assertThat(file(F1).orElseThrow().details().externalId()).isEqualTo(winner);
    }

    @Test
    @DisplayName("STORE-26 MUST: of two transactions that insert an external id at a time one finds it taken")
    void racing_insertions_of_an_external_id_have_one_winner() {
        List<Insertion> outcomes = Elsewhere.race(
                () -> inserted(StoreFixtures.file(1).externalId("EXT-1")),
                () -> inserted(StoreFixtures.file(2).externalId("EXT-1")));

        assertThat(outcomes).containsExactlyInAnyOrder(Insertion.DONE, Insertion.EXTERNAL_ID_TAKEN);
        assertThat(file(F1).isPresent()).isEqualTo(outcomes.get(0) == Insertion.DONE);
        assertThat(file(F2).isPresent()).isEqualTo(outcomes.get(1) == Insertion.DONE);
    }

    @Test
    @DisplayName("STORE-27 MUST: ids of an insertion that was rolled back are free again")
    void insertion_that_was_rolled_back_takes_nothing() {
        assertThatThrownBy(() -> change(session -> {
                    session.files()
                            .insert(StoreFixtures.file(1).externalId("EXT-1").build());
                    throw new IllegalStateException("no more paper");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(inserted(StoreFixtures.file(1).externalId("EXT-1"))).isEqualTo(Insertion.DONE);
    }
}

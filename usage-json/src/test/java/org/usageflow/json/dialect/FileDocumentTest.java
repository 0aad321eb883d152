package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.json.dialect.DialectTexts.DIALECT;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.usageflow.json.dialect.FileDocument.Event;
import org.usageflow.json.dialect.FileDocument.Period;
import org.usageflow.json.dialect.FileDocument.Stats;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.testkit.UsageFixtures;

class FileDocumentTest {

    private static final Instant NOON = Instant.parse("2021-08-01T12:00:00Z");
    private static final Reference ANNA = new Reference("U-1", "Anna");

    private static final FileDocument FULL = FileDocument.builder()
            .id("UF-2021-08-0001-0002")
            .name("July")
            .description("All of July")
            .note("checked")
            .externalId("ext-7")
            .status(UsageFileStatus.ACCEPTED)
            .schema(UsageFixtures.PR)
            .period(new Period(UsageFixtures.PERIOD_JULY.start(), UsageFixtures.PERIOD_JULY.end()))
            .currency(UsageFixtures.EUR)
            .environment(Environment.PRODUCTION)
            .product(new Reference("PRD-113-628-780", "Vela Cloud"))
            .contract(new Reference("CRD-90574-88738-44763", "Vela with Dune"))
            .marketplace(new Reference("MP-69876", "Europe"))
            .vendor(new Reference("VA-674-253", "Vela Software"))
            .provider(new Reference("PA-239-034", "Dune Distribution"))
            .acceptanceNote("fine")
            .rejectionNote("row 7?")
            .errorDetail("the worker stopped")
            .stats(new Stats(10L, 9L, 1L, 2L, 3L))
            .events(FileEvents.builder()
                    .created(new Event(NOON, ANNA))
                    .uploaded(new Event(NOON.plusMillis(250), Reference.to("U-2")))
                    .submitted(new Event(NOON.plusSeconds(2), null))
                    .accepted(new Event(NOON.plusSeconds(3), null))
                    .rejected(new Event(NOON.plusSeconds(4), ANNA))
                    .closed(new Event(NOON.plusSeconds(5), ANNA))
                    .deleted(new Event(null, ANNA))
                    .build())
            .build();

    private static final String TEXT = """
            {"id":"UF-2021-08-0001-0002","name":"July","description":"All of July","note":"checked",\
            "external_id":"ext-7","status":"accepted","schema":"pr",\
            "period":{"from":"2021-07-01T00:00:00+00:00","to":"2021-07-31T23:59:59+00:00"},\
            "currency":"EUR","environment":"production",\
            "product":{"id":"PRD-113-628-780","name":"Vela Cloud"},\
            "contract":{"id":"CRD-90574-88738-44763","name":"Vela with Dune"},\
            "marketplace":{"id":"MP-69876","name":"Europe"},\
            "vendor":{"id":"VA-674-253","name":"Vela Software"},\
            "provider":{"id":"PA-239-034","name":"Dune Distribution"},\
            "acceptance_note":"fine","rejection_note":"row 7?","error_detail":"the worker stopped",\
            "stats":{"uploaded":10,"validated":9,"pending":1,"accepted":2,"closed":3},\
            "events":{"created":{"at":"2021-08-01T12:00:00+00:00","by":{"id":"U-1","name":"Anna"}},\
            "uploaded":{"at":"2021-08-01T12:00:00.25+00:00","by":{"id":"U-2"}},\
            "submitted":{"at":"2021-08-01T12:00:02+00:00"},\
            "accepted":{"at":"2021-08-01T12:00:03+00:00"},\
            "rejected":{"at":"2021-08-01T12:00:04+00:00","by":{"id":"U-1","name":"Anna"}},\
            "closed":{"at":"2021-08-01T12:00:05+00:00","by":{"id":"U-1","name":"Anna"}},\
            "deleted":{"by":{"id":"U-1","name":"Anna"}}}}""";

    @Test
    void every_member_is_written_in_its_order() {
        assertThat(DialectTexts.text(FULL)).isEqualTo(TEXT);
    }

    @Test
    void every_member_is_read() {
        assertThat(DialectTexts.file(TEXT)).isEqualTo(FULL);
    }

    @Test
    void every_member_is_in_a_copy() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
    }

    @Test
    void members_without_a_value_are_left_out() {
        assertThat(DialectTexts.text(FileDocument.builder().name("July").build()))
                .isEqualTo("{\"name\":\"July\"}");
        assertThat(DialectTexts.text(FileDocument.builder().build())).isEqualTo("{}");
    }

    @Test
    void files_are_an_array_with_one_a_line() {
        FileDocument one = FileDocument.builder().id("1").build();
        FileDocument two = FileDocument.builder().id("2").build();

        assertThat(DialectTexts.written(target -> DIALECT.writeFiles(List.of(one, two), target)))
                .isEqualTo("[\n{\"id\":\"1\"},\n{\"id\":\"2\"}\n]\n");
        assertThat(DialectTexts.written(target -> DIALECT.writeFiles(List.of(), target)))
                .isEqualTo("[]\n");
    }

    @Test
    void files_come_back_from_their_array() {
        List<FileDocument> files = List.of(FULL, FileDocument.builder().id("2").build(), FULL);
        String text = DialectTexts.written(target -> DIALECT.writeFiles(files, target));
        List<FileDocument> read = new java.util.ArrayList<>();

        DialectTexts.written(target -> DIALECT.readFiles(DialectTexts.stream(text), read::add));

        assertThat(read).isEqualTo(files);
    }

    @Test
    void unknown_members_are_not_written() {
        FileDocument read = DialectTexts.file("{\"id\":\"1\",\"icon\":\"a.png\"}");

        assertThat(read.unknown()).isEqualTo(Map.of("/icon", "\"a.png\""));
        assertThat(DialectTexts.text(read)).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void a_file_that_cannot_be_fetched_ends_the_writing_with_its_exception() {
        Iterable<FileDocument> broken = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new IllegalStateException("gone");
            }

            @Override
            public FileDocument next() {
                return FULL;
            }
        };

        assertThatThrownBy(() -> DIALECT.writeFiles(broken, new java.io.ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
    }

    @Test
    void parts_that_say_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Event(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stats(null, null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileEvents.builder().build());
    }

    @Test
    void counts_and_times_that_could_not_be_read_back_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stats(-1L, null, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stats(null, null, null, null, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Event(Instant.MAX, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(Instant.MIN, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(null, Instant.parse("2200-01-01T00:00:00Z")));
    }
}

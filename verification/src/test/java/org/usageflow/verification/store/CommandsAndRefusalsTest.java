package org.usageflow.verification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.ContentException;
import org.usageflow.error.ExternalIdConflictException;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.error.InvalidCommandException.Violation;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.error.StoreException;
import org.usageflow.error.UsageflowException;
import org.usageflow.lifecycle.RefusalReason;
import org.usageflow.lifecycle.UsageFileAction;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageRecordId;
import org.usageflow.model.Version;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.store.StoreFixtures;

class CommandsAndRefusalsTest {

    @Test
    void creation_is_of_an_actual_production_file_unless_it_says_otherwise() {
        CreateFile plain = CreateFile.of(
                "July",
                UsageFixtures.PRODUCT,
                UsageFixtures.CONTRACT,
                UsageFixtures.MARKETPLACE,
                UsageFixtures.PERIOD_JULY);

        CreateFile full = plain.withTexts("description", "note")
                .withExternalId("EXT-1")
                .withCurrency(UsageFixtures.EUR)
                .in(Environment.PREVIEW)
                .as(FileKind.ESTIMATE);

        assertThat(plain)
                .isEqualTo(new CreateFile(
                        "July",
                        null,
                        null,
                        null,
                        UsageFixtures.PRODUCT,
                        UsageFixtures.CONTRACT,
                        UsageFixtures.MARKETPLACE,
                        UsageFixtures.PERIOD_JULY,
                        null,
                        Environment.PRODUCTION,
                        FileKind.ACTUAL));
        assertThat(full)
                .isEqualTo(new CreateFile(
                        "July",
                        "description",
                        "note",
                        "EXT-1",
                        UsageFixtures.PRODUCT,
                        UsageFixtures.CONTRACT,
                        UsageFixtures.MARKETPLACE,
                        UsageFixtures.PERIOD_JULY,
                        UsageFixtures.EUR,
                        Environment.PREVIEW,
                        FileKind.ESTIMATE));
    }

    @Test
    void closing_of_a_record_goes_by_no_version_unless_it_says_so() {
        UsageRecordId id = UsageRecordId.of(StoreFixtures.fileId(1), 1);

        assertThat(CloseRecord.of(id, "INV-1")).isEqualTo(new CloseRecord(id, null, "INV-1", null));
    }

    @Test
    void stale_version_tells_both_versions() {
        var stale = new StaleVersionException("UF-2021-07-0000-0001", new Version(3), new Version(5));

        assertThat(stale)
                .isInstanceOf(UsageflowException.class)
                .hasMessageContainingAll("UF-2021-07-0000-0001", "3", "5");
        assertThat(stale.subject()).isEqualTo("UF-2021-07-0000-0001");
        assertThat(stale.expected()).isEqualTo(new Version(3));
        assertThat(stale.actual()).isEqualTo(new Version(5));
    }

    @Test
    void refused_action_tells_the_status_and_what_may_be_done_instead() {
        var refused = new ActionRefusedException(
                "UF-2021-07-0000-0001",
                UsageFileStatus.PENDING,
                "CLOSE_RECORD",
                RefusalReason.NOT_IN_STATUS,
                EnumSet.of(UsageFileAction.REJECT, UsageFileAction.ACCEPT));

        assertThat(refused.getMessage())
                .contains("UF-2021-07-0000-0001 is pending: close record is refused (not in this status)")
                .containsSubsequence("this actor may do", "reject", "accept");
        assertThat(refused.status()).isEqualTo(UsageFileStatus.PENDING);
        assertThat(refused.statusName()).isEqualTo("PENDING");
        assertThat(refused.action()).isEqualTo("CLOSE_RECORD");
        assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_IN_STATUS);
        assertThat(refused.allowed()).containsExactlyInAnyOrder(UsageFileAction.REJECT, UsageFileAction.ACCEPT);
        assertThat(refused.allowedNames()).containsExactly("REJECT", "ACCEPT");
        assertThatThrownBy(() -> refused.allowed().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refused_action_on_what_is_not_created_has_no_status_and_nothing_instead() {
        var refused =
                new ActionRefusedException("a new file", null, "CREATE", RefusalReason.NOT_ALLOWED_TO_ACTOR, Set.of());

        assertThat(refused.getMessage()).contains("a new file is new", "this actor may do nothing");
        assertThat(refused.status()).isNull();
        assertThat(refused.statusName()).isNull();
        assertThat(refused.allowed()).isEmpty();
    }

    @Test
    void conflict_of_an_external_id_names_the_file_and_the_fields() {
        var conflict = new ExternalIdConflictException("EXT-1", StoreFixtures.fileId(1), List.of("name", "period"));

        assertThat(conflict).hasMessageContainingAll("EXT-1", "UF-2021-07-0000-0001", "name, period");
        assertThat(conflict.existing()).isEqualTo(StoreFixtures.fileId(1));
        assertThat(conflict.fields()).containsExactly("name", "period");
    }

    @Test
    void violations_of_a_command_are_named() {
        var invalid = new InvalidCommandException(
                "CreateFile",
                List.of(new Violation("name", "must not be blank"), new Violation("period", "is missing")));

        assertThat(invalid).hasMessage("CreateFile: name must not be blank; period is missing");
        assertThat(invalid.violations()).extracting(Violation::field).containsExactly("name", "period");
        assertThat(new InvalidCommandException("no currency").violations()).isEmpty();
    }

    @Test
    void prerequisites_that_do_not_hold_are_named() {
        Problem problem = Problem.of(ProblemCode.PREREQUISITE_LISTING, Place.FILE, null, Map.of());

        var refused = new PrerequisitesException(List.of(problem));

        assertThat(refused).hasMessageContaining("PREREQUISITE_LISTING");
        assertThat(refused.problems()).containsExactly(problem);
    }

    @Test
    void failures_of_stores_say_what_failed() {
        var cause = new IllegalStateException("no disk");

        assertThat(new StoreException("cannot commit", cause))
                .hasMessage("cannot commit")
                .hasCause(cause);
        assertThat(new StoreException("cannot commit", null)).hasNoCause();
        assertThat(new ContentException("it is damaged"))
                .hasMessage("it is damaged")
                .hasNoCause();
    }
}

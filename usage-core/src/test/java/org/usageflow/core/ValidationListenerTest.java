package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.ReportedRecord;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemCode;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.testkit.RecordingProgressListener;
import org.usageflow.testkit.event.ProgressListenerContract;

/** What a listener hears. */
class ValidationListenerTest extends ProgressListenerContract {

    private final List<String> records = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final RecordingProgressListener progress = new RecordingProgressListener();

    private final ValidationListener listener = new ValidationListener() {
        @Override
        public void onRecord(long row, ReportedRecord reported) {
            records.add(row + " " + reported.key());
        }

        @Override
        public void onProblem(Problem problem) {
            problems.add(Bench.line(problem));
        }

        @Override
        public void onProgress(Progress heard) {
            progress.onProgress(heard);
        }
    };

    /** A listener that does not care is one too. */
    @Override
    protected ProgressListener listener() {
        return new ValidationListener() {};
    }

    @Test
    void records_without_errors_are_heard_with_their_rows() {
        Bench.of(QT)
                .judge(
                        GivenUpload.records(
                                row("R-1"),
                                row("R-2").with("quantity", "x"),
                                row("R-3"),
                                row("R-1"),
                                row("R-4").with("tier", "9")),
                        listener);

        assertThat(records).as("a repeated id only shows later").containsExactly("2 R-1", "4 R-3", "5 R-1");
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "3 quantity VALUE_NOT_A_NUMBER [x]",
                        "6 tier VALUE_UNEXPECTED [9]",
                        "5 record_id RECORD_ID_DUPLICATE [R-1]");
    }

    @Test
    @DisplayName("rules §6.1: every problem is heard, beyond the cap of the list too")
    void problems_beyond_the_cap_are_heard() {
        ValidationReport report = Bench.of(QT)
                .wire(builder -> builder.problemLimit(3))
                .judge(GivenUpload.records(2_500, i -> row("R-" + i).with("quantity", "x")), listener);

        assertThat(report.problems()).hasSize(3);
        assertThat(problems).hasSize(2_500).startsWith(Bench.lines(report).get(0));
        assertThat(records).isEmpty();
    }

    @Test
    void problems_are_heard_where_none_is_listed() {
        Bench.of(QT)
                .wire(builder -> builder.problemLimit(0))
                .judge(GivenUpload.records(row("R-1").with("quantity", "x")), listener);

        assertThat(problems).containsExactly("2 quantity VALUE_NOT_A_NUMBER [x]");
    }

    @Test
    void fault_of_shape_is_heard_after_what_no_longer_counts() {
        ValidationReport report = Bench.of(QT)
                .judge(
                        GivenUpload.records(row("R-1").with("quantity", "x")).thenFault(ProblemCode.FILE_SUSPICIOUS),
                        listener);

        assertThat(problems).containsExactly("2 quantity VALUE_NOT_A_NUMBER [x]", "- - FILE_SUSPICIOUS [content]");
        assertThat(Bench.lines(report)).containsExactly("- - FILE_SUSPICIOUS [content]");
    }

    @Test
    void lacking_prerequisite_is_heard() {
        Bench bench = Bench.of(QT)
                .command(command -> command.withMarketplace(new org.usageflow.model.MarketplaceId("MP-00001")));

        bench.judge(GivenUpload.records(row("R-1")), listener);

        assertThat(problems).containsExactly("- - PREREQUISITE_LISTING");
        assertThat(records).isEmpty();
    }

    @Test
    void records_are_not_made_for_a_listener_that_does_not_want_them() {
        var unwanted = new ArrayList<Long>();

        Bench.of(QT).judge(GivenUpload.records(row("R-1")), new ValidationListener() {
            @Override
            public boolean wantsRecords() {
                return false;
            }

            @Override
            public void onRecord(long row, ReportedRecord reported) {
                unwanted.add(row);
            }
        });

        assertThat(unwanted).isEmpty();
    }

    @Test
    void progress_grows_to_the_last_row() {
        Bench.of(QT).judge(GivenUpload.records(2_500, i -> row("R-" + i)), listener);

        assertThat(progress.heard())
                .extracting(ProgressListener.Progress::rows)
                .containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(progress.everFell()).isFalse();
        assertThat(progress.last().bytesRead()).isPositive();
        assertThat(progress.last().bytes()).isPositive();
    }

    @Test
    @DisplayName("progress never falls, though a second file was read before")
    void progress_does_not_count_the_second_file() {
        String[] categories = new String[5_000];
        for (int i = 0; i < categories.length; i++) {
            categories[i] = "C-" + i;
        }

        // The fake says a byte for a hundred rows, seldom, and 1,000 at the end of a table
        Bench.of(QT)
                .judge(
                        GivenUpload.records(2_500, i -> row("R-" + i)),
                        GivenUpload.empty().categories(categories),
                        listener);

        assertThat(progress.everFell()).isFalse();
        assertThat(progress.heard().get(0).bytesRead()).isZero();
    }

    @Test
    void rows_of_many_characters_make_smaller_batches() {
        String note = "x".repeat(4_000);

        Bench.of(QT).judge(GivenUpload.records(300, i -> row("R-" + i).with("record_note", note)), listener);

        assertThat(progress.heard().size()).isBetween(3, 6);
        assertThat(progress.last().rows()).isEqualTo(300);
    }

    @Test
    void exception_of_the_listener_passes_through() {
        var stop = new IllegalStateException("enough");
        for (String when : List.of("record", "problem", "progress")) {
            ValidationListener impatient = new ValidationListener() {
                @Override
                public void onRecord(long row, ReportedRecord reported) {
                    stopAt("record");
                }

                @Override
                public void onProblem(Problem problem) {
                    stopAt("problem");
                }

                @Override
                public void onProgress(Progress heard) {
                    stopAt("progress");
                }

                private void stopAt(String event) {
                    if (event.equals(when)) {
                        throw stop;
                    }
                }
            };

            assertThatThrownBy(() -> Bench.of(QT)
                            .judge(GivenUpload.records(row("R-1"), row("R-2").with("quantity", "x")), impatient))
                    .isSameAs(stop);
        }
    }

    @Test
    @DisplayName("temporary files are removed though the listener ends the judging")
    void exception_late_in_a_large_file_leaves_no_temporary_file() {
        GivenUpload large = GivenUpload.records(60_000, i -> row(i == 59_999 ? "R-0" : "R-" + i));

        assertThatThrownBy(() -> Bench.of(QT).judge(large, new ValidationListener() {
                    @Override
                    public boolean wantsRecords() {
                        return false;
                    }

                    @Override
                    public void onProblem(Problem problem) {
                        throw new UnsupportedOperationException(problem.code().name());
                    }
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("RECORD_ID_DUPLICATE");
    }
}

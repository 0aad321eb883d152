package org.usageflow.verification.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.verification.flow.RandomUpload;
import org.usageflow.verification.processed.Loop.Turn;

/** A processed file that is uploaded unchanged is judged as the file that it came from. */
class LoopProperties {

    private static final int REPEATS = "full".equals(System.getProperty("proof")) ? 20 : 1;

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void file_with_a_fault_comes_back_with_the_same_records_and_problems(@ForAll long seed) {
        for (int i = 0; i < REPEATS; i++) {
            RandomUpload.faulty(seed + i).forEach(LoopProperties::check);
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void file_of_cells_of_any_kind_comes_back_with_the_same_records_and_problems(@ForAll long seed) {
        for (int i = 0; i < REPEATS; i++) {
            var random = new Random(seed + i);
            for (String format : RandomUpload.carriers()) {
                check(RandomUpload.any(format, random, random.nextInt(4) == 0));
            }
        }
    }

    private static void check(RandomUpload upload) {
        Turn first = Loop.turn(upload);
        boolean unreadable = first.report().problems().stream()
                .anyMatch(each -> each.isError() && each.code().group() == ProblemGroup.FILE);
        if (first.processed() == null) {
            boolean tooWide = first.report().problems().stream()
                    .anyMatch(each -> each.code().name().equals("COLUMN_TOO_MANY"));
            assertThat(unreadable || tooWide).as(upload.what()).isTrue();
            return;
        }
        assertThat(unreadable).as(upload.what()).isFalse();

        Turn second = Loop.turn(upload, first.processed());

        Supplier<String> what = () -> upload.what() + "\n"
                + (first.processed()[0] == 'P'
                        ? ""
                        : new String(upload.content(), StandardCharsets.UTF_8) + "\n---\n"
                                + new String(first.processed(), StandardCharsets.UTF_8));
        assertThat(second.problems()).as(what).isEqualTo(first.problems());
        assertThat(second.records()).as(what).isEqualTo(first.records());
        assertThat(second.report().rows()).as(what).isEqualTo(first.report().rows());
        assertThat(second.report().totals()).as(what).isEqualTo(first.report().totals());
        // What the tab general contradicted, and what a structure held, is told once
        boolean told = first.isToldOnce();
        assertThat(told || Arrays.equals(second.processed(), first.processed()))
                .as(what)
                .isTrue();
        Turn third = Loop.turn(upload, second.processed());
        assertThat(Arrays.equals(third.processed(), second.processed()))
                .as(what)
                .isTrue();
    }
}

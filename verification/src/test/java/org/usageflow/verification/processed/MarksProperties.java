package org.usageflow.verification.processed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.TableName;
import org.usageflow.verification.flow.RandomUpload;
import org.usageflow.verification.processed.Loop.Turn;

/** Exactly the cells that the report names stand out in the processed workbook. */
class MarksProperties {

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void cells_in_error_and_no_others_are_outlined_and_commented(@ForAll long seed) {
        var random = new Random(seed);

        check(RandomUpload.correctable("XLSX", random, random.nextInt(15)));
        check(RandomUpload.any("XLSX", random, false));
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void cell_of_any_fault_is_outlined_and_commented(@ForAll long seed) {
        RandomUpload.faulty(seed)
                .filter(upload -> upload.what().contains(" XLSX, "))
                .forEach(MarksProperties::check);
    }

    private static void check(RandomUpload upload) {
        Turn turn = Loop.turn(upload);
        if (turn.processed() == null) {
            return;
        }

        Marks marks = Marks.of(turn.processed());

        assertThat(marks.outlined()).as(upload.what()).isEqualTo(cells(turn, true));
        assertThat(marks.comments().keySet()).as(upload.what()).isEqualTo(cells(turn, false));
        for (Problem problem : turn.report().problems()) {
            if (isShown(problem)) {
                assertThat(marks.comments().get(cell(problem)))
                        .as(upload.what())
                        .contains(problem.code().name());
            }
        }
    }

    private static Set<String> cells(Turn turn, boolean errors) {
        return turn.report().problems().stream()
                .filter(each -> isShown(each) && (each.isError() || !errors))
                .map(MarksProperties::cell)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isShown(Problem problem) {
        String sheet = problem.place().sheet();
        return problem.place().cell() != null && TableName.ofTab(sheet).orElseThrow() != TableName.GENERAL;
    }

    private static String cell(Problem problem) {
        TableName table = TableName.ofTab(problem.place().sheet()).orElseThrow();
        return table.code() + "!" + problem.place().cell();
    }
}

package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.core.GivenRow.row;
import static org.usageflow.testkit.UsageFixtures.QT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.usageflow.problem.Problem;

/** The list of problems is the head of all that are found, in order (rules §6.1). */
class ProblemListProperties {

    /** Ids that repeat at random: what is listed is what sorting all problems and cutting would give. */
    @Property(tries = 60)
    void list_is_the_head_of_all_problems_in_order(@ForAll long seed, @ForAll @IntRange(max = 40) int limit) {
        var random = new Random(seed);
        var rows = new ArrayList<GivenRow>();
        for (int i = 0; i < 40; i++) {
            GivenRow row = row("R-" + random.nextInt(15));
            rows.add(random.nextInt(4) == 0 ? row.with("quantity", "x") : row);
        }
        GivenUpload upload = GivenUpload.records(rows.toArray(GivenRow[]::new));
        var heard = new ArrayList<Problem>();

        ValidationReport report = Bench.of(QT)
                .wire(builder -> builder.problemLimit(limit))
                .judge(upload, new ValidationListener() {
                    @Override
                    public void onProblem(Problem problem) {
                        heard.add(problem);
                    }
                });

        heard.sort(Comparator.comparing((Problem problem) -> problem.place().row())
                .thenComparing(problem -> problem.place().cell()));
        assertThat(report.problems()).containsExactlyElementsOf(heard.subList(0, Math.min(limit, heard.size())));
        assertThat(report.problemCount()).isEqualTo(heard.size());
    }
}

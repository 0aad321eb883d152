package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.store.IdSource;
import org.usageflow.testkit.InParallel;

/**
 * The contract of {@link IdSource}: extend it, return your source, and run it with JUnit.
 *
 * <p>Source: rules §1.
 */
public abstract class IdSourceContract {

    private static final YearMonth JULY = YearMonth.of(2021, 7);
    private static final int ASKED = 400;

    // An id that is taken is asked for again, so that a few may come twice.
    private static final int TWICE = 4;

    /** Makes the contract; subclasses need no state. */
    protected IdSourceContract() {}

    /** The source under test; asked for each rule. */
    protected abstract IdSource ids();

    @Test
    @DisplayName("IDS-01 MUST: an id is of the month that is asked for")
    void id_is_of_the_month_asked_for() {
        IdSource ids = ids();

        for (YearMonth month : List.of(JULY, YearMonth.of(1970, 1), YearMonth.of(2199, 12))) {
            assertThat(ids.nextFile(month).value()).startsWith("UF-" + month + "-");
        }
    }

    @Test
    @DisplayName("IDS-02 MUST: ids that are asked for one after the other are different, but for a few")
    void ids_one_after_the_other_are_different() {
        IdSource ids = ids();
        var made = new HashSet<UsageFileId>();

        for (int i = 0; i < ASKED; i++) {
            made.add(ids.nextFile(JULY));
        }

        assertThat(made).hasSizeGreaterThanOrEqualTo(ASKED - TWICE);
    }

    @Test
    @DisplayName("IDS-03 MUST: ids that are asked for in several threads at a time are different, but for a few")
    void ids_in_several_threads_are_different() {
        IdSource ids = ids();

        List<UsageFileId> made = InParallel.answers(() -> ids.nextFile(JULY));

        assertThat(made).hasSizeGreaterThanOrEqualTo(ASKED - TWICE);
    }

    @Test
    @DisplayName("IDS-04 MUST: ids of several sources, as of several processes, are different, but for a few")
    void ids_of_several_sources_are_different() {
        var made = new HashSet<UsageFileId>();
        IdSource one = ids();
        IdSource other = ids();

        for (int i = 0; i < ASKED / 2; i++) {
            made.add(one.nextFile(JULY));
            made.add(other.nextFile(JULY));
        }

        assertThat(made).hasSizeGreaterThanOrEqualTo(ASKED - TWICE);
    }
}

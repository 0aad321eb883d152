package org.usageflow.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.usageflow.jdbc.DatabaseKind;

/**
 * A step that was released never changes: databases that have it would be refused, and others would differ from them.
 *
 * <p>The released texts are the files of {@code src/test/resources/org/usageflow/jdbc/upgrade}. Until the first release, a change of {@code V001__usage.sql} is followed by {@link DumpFirstVersion}, which copies it there. After a release
 * with a new step: add its name to {@link FrozenVersion#COPIES}, copy its files beside the frozen ones, and never touch them again. The rows stay those of the first version, so that every step since is tried on them.
 */
final class ReleasedStepsTest {

    static Stream<Arguments> released() {
        return Stream.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .flatMap(kind -> FrozenVersion.COPIES.stream().map(name -> Arguments.of(kind, name)));
    }

    @ParameterizedTest
    @MethodSource("released")
    void text_that_was_released_has_not_changed(DatabaseKind kind, String name) {
        assertThat(FrozenVersion.released(kind, name))
                .as("%s of %s was released: what is to change belongs in a new step", name, kind)
                .isEqualTo(FrozenVersion.frozen(kind, name));
    }
}

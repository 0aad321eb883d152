package org.usageflow.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.databases.TestDatabase;
import org.usageflow.databases.TestDatabases;

/** The catalog beside the library's tables, in each database. */
class DatabaseTest {

    private static final Clock MORNING = clock("2026-06-01T09:00:00Z");
    private static final Clock NOON = clock("2026-06-01T12:00:00Z");

    @TempDir
    private Path directory;

    private static Clock clock(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void catalog_is_kept_on_h2() {
        check(DatabaseUrl.of(directory.resolve("usage")));
    }

    @Test
    void catalog_is_kept_on_postgresql() {
        check(DatabaseUrl.parse(TestDatabases.postgresql().url()));
    }

    @Test
    void catalog_is_kept_on_mariadb() {
        Optional<TestDatabase> database = TestDatabases.mariaDb();
        assumeTrue(database.isPresent(), "MariaDB is not installed");
        check(DatabaseUrl.parse(database.orElseThrow().url()));
    }

    private static void check(DatabaseUrl url) {
        byte[] small = {1, 0, -1};
        byte[] large = bytes(250_000);
        assertThat(last(url)).isEmpty();

        keep(url, large, MORNING);
        assertThat(last(url))
                .hasValueSatisfying(
                        kept -> assertThat(Arrays.equals(kept, large)).isTrue());
        keep(url, small, NOON);
        keep(url, small, NOON);
        assertThat(last(url)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(small));
        assertThatThrownBy(() -> fail(url, large)).hasMessage("refused");
        assertThat(last(url)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(small));
    }

    private static Optional<byte[]> last(DatabaseUrl url) {
        try (Database database = Database.open(url)) {
            return database.catalog();
        }
    }

    private static void keep(DatabaseUrl url, byte[] catalog, Clock clock) {
        try (Database database = Database.open(url)) {
            String result = database.keepingCatalog(catalog, clock, stores -> "done");
            assertThat(result).isEqualTo("done");
        }
    }

    private static void fail(DatabaseUrl url, byte[] catalog) {
        try (Database database = Database.open(url)) {
            database.keepingCatalog(catalog, NOON, stores -> {
                throw new IllegalStateException("refused");
            });
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void catalog_that_is_there_is_not_replaced_by_one_for_want_of_any() {
        try (Database database = Database.open(DatabaseUrl.of(directory.resolve("usage")))) {
            database.keepCatalogIfNone(new byte[] {1}, NOON);
            database.keepCatalogIfNone(new byte[] {2}, NOON);

            assertThat(database.catalog())
                    .hasValueSatisfying(kept -> assertThat(kept).containsExactly(1));
        }
    }

    @Test
    void second_opening_finds_nothing_to_migrate() {
        DatabaseUrl url = DatabaseUrl.of(directory.resolve("usage"));
        try (Database database = Database.open(url)) {
            assertThat(database.migrated()).isNotEmpty();
        }
        try (Database database = Database.open(url)) {
            assertThat(database.migrated()).isEmpty();
        }
    }
}

package org.usageflow.core.internal.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries come back in the order in which they were added, and nothing is left on disk. */
class SpoolTest {

    @TempDir
    private Path directory;

    private final Bytes bytes = new Bytes();

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void entries_come_back_in_order() throws IOException {
        try (var spool = new Spool(directory)) {
            for (int i = 0; i < 10_000; i++) {
                spool.add(bytes.clear().putLong(i).putText("entry " + i));
            }

            for (int i = 0; i < 10_000; i++) {
                assertThat(spool.next(bytes)).isTrue();
                assertThat(bytes.getLong()).isEqualTo(i);
                assertThat(bytes.getText()).isEqualTo("entry " + i);
            }
            assertThat(spool.next(bytes)).isFalse();
        }
        assertThat(files()).isZero();
    }

    @Test
    void empty_spool_makes_no_file() throws IOException {
        try (var spool = new Spool(directory)) {
            assertThat(spool.next(bytes)).isFalse();
            assertThat(files()).isZero();
        }
    }

    @Test
    void cleared_spool_forgets_and_takes_new_entries() throws IOException {
        try (var spool = new Spool(directory)) {
            spool.add(bytes.clear().putText("old"));
            spool.clear();
            assertThat(files()).isZero();

            spool.add(bytes.clear().putText("new"));

            assertThat(spool.next(bytes)).isTrue();
            assertThat(bytes.getText()).isEqualTo("new");
            assertThat(spool.next(bytes)).isFalse();
        }
        assertThat(files()).isZero();
    }
}

package org.usageflow.core.internal.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

class ExternalSorterProperties {

    /** The least that is taken: the sorter raises it to 128 KiB. */
    private static final int TINY = 1;

    private Path directory = Path.of("");

    @BeforeProperty
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("sorter");
    }

    @AfterProperty
    void removeDirectory() throws IOException {
        assertThat(files()).isEmpty();
        Files.delete(directory);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static Bytes bytes(byte[] source) {
        var bytes = new Bytes();
        System.arraycopy(source, 0, bytes.resize(source.length).array(), 0, source.length);
        return bytes;
    }

    private static List<byte[]> read(ExternalSorter sorter) {
        var read = new ArrayList<byte[]>();
        sorter.forEach(entry -> read.add(Arrays.copyOf(entry.array(), entry.length())));
        return read;
    }

    private static List<byte[]> sorted(List<byte[]> entries) {
        var copy = new ArrayList<>(entries);
        copy.sort(Arrays::compareUnsigned);
        return copy;
    }

    @Provide
    Arbitrary<List<byte[]>> entries() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(6).list().ofMaxSize(300);
    }

    @Property
    void entries_come_in_the_order_of_their_unsigned_bytes(@ForAll("entries") List<byte[]> entries) throws IOException {
        try (var sorter = new ExternalSorter(directory, TINY)) {
            entries.forEach(entry -> sorter.add(bytes(entry)));

            assertThat(sorter.isEmpty()).isEqualTo(entries.isEmpty());
            assertThat(read(sorter)).containsExactlyElementsOf(sorted(entries));
        }
    }

    @Property(tries = 5)
    void entries_that_spill_come_in_the_same_order(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6_000) int longest) throws IOException {
        List<byte[]> entries = random(new Random(seed), longest, 1 << 20);

        try (var sorter = new ExternalSorter(directory, TINY)) {
            entries.forEach(entry -> sorter.add(bytes(entry)));

            assertThat(files()).hasSize(1);
            assertThat(sorter.isEmpty()).isFalse();
            assertThat(read(sorter)).containsExactlyElementsOf(sorted(entries));
            assertThat(read(sorter)).containsExactlyElementsOf(sorted(entries));
        }
    }

    private static List<byte[]> random(Random random, int longest, int total) {
        var entries = new ArrayList<byte[]>();
        for (int size = 0; size < total; ) {
            byte[] entry = new byte[random.nextInt(longest + 1)];
            random.nextBytes(entry);
            entries.add(entry);
            size += entry.length + 10;
        }
        return entries;
    }

    @Example
    void more_runs_than_are_merged_at_once_become_one_run_first() throws IOException {
        // Two entries of 60,000 bytes fill the memory, so each run holds two
        var entries = new ArrayList<byte[]>();
        var random = new Random(42);
        try (var sorter = new ExternalSorter(directory, TINY)) {
            for (int i = 0; i < 2 * 140; i++) {
                byte[] entry = new byte[60_000];
                random.nextBytes(entry);
                entries.add(entry);
                sorter.add(bytes(entry));
                assertThat(files()).hasSizeLessThanOrEqualTo(1);
            }

            assertThat(Files.size(files().get(0))).isGreaterThan(64L * 2 * 60_000);
            assertThat(read(sorter)).containsExactlyElementsOf(sorted(entries));
        }
    }

    @Example
    void equal_entries_are_all_kept() throws IOException {
        try (var sorter = new ExternalSorter(directory, TINY)) {
            for (int i = 0; i < 30_000; i++) {
                sorter.add(bytes(new byte[] {(byte) (i % 3), 0, 0, 0}));
            }

            List<byte[]> read = read(sorter);

            assertThat(read).hasSize(30_000);
            assertThat(read.get(9_999)[0]).isZero();
            assertThat(read.get(10_000)[0]).isEqualTo((byte) 1);
            assertThat(read.get(29_999)[0]).isEqualTo((byte) 2);
        }
    }

    @Example
    void longest_entry_is_taken_and_a_longer_one_refused() throws IOException {
        try (var sorter = new ExternalSorter(directory, TINY)) {
            for (int i = 0; i < 5; i++) {
                sorter.add(bytes(new byte[0xFFFF]));
            }

            assertThatThrownBy(() -> sorter.add(bytes(new byte[0x1_0000])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("65535");
            assertThat(read(sorter)).hasSize(5).allMatch(entry -> entry.length == 0xFFFF);
        }
    }

    @Example
    void sorter_without_entries_reads_none_and_leaves_no_file() throws IOException {
        try (var sorter = new ExternalSorter(directory, ExternalSorter.DEFAULT_MEMORY)) {
            assertThat(sorter.isEmpty()).isTrue();
            assertThat(read(sorter)).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    @Example
    void temporary_file_goes_to_the_systems_directory_where_none_is_given() throws IOException {
        try (var sorter = new ExternalSorter(null, TINY)) {
            fill(sorter);

            assertThat(read(sorter)).isNotEmpty();
            assertThat(files()).isEmpty();
        }
    }

    private static void fill(ExternalSorter sorter) {
        for (int i = 0; i < 10; i++) {
            sorter.add(bytes(new byte[40_000]));
        }
    }

    @Example
    void temporary_file_is_removed_on_close_read_or_not() throws IOException {
        var sorter = new ExternalSorter(directory, TINY);
        fill(sorter);
        assertThat(files()).hasSize(1);

        sorter.close();
        sorter.close();

        assertThat(files()).isEmpty();
    }

    @Example
    void directory_that_is_not_there_is_a_failure_of_the_disk() throws IOException {
        try (var sorter = new ExternalSorter(directory.resolve("absent"), TINY)) {
            assertThatThrownBy(() -> fill(sorter))
                    .isInstanceOfSatisfying(
                            SpillException.class, e -> assertThat(e.failure()).isInstanceOf(NoSuchFileException.class));
        }
    }

    @Example
    void temporary_file_that_was_cut_is_a_failure_of_the_disk() throws IOException {
        try (var sorter = new ExternalSorter(directory, TINY)) {
            fill(sorter);
            try (var channel =
                    java.nio.channels.FileChannel.open(files().get(0), java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(50_000);
            }

            assertThatThrownBy(() -> read(sorter))
                    .isInstanceOf(SpillException.class)
                    .hasMessageContaining("shorter");
        }
    }

    @Example
    void failure_of_the_reader_is_told_as_its_own() throws IOException {
        try (var sorter = new ExternalSorter(directory, TINY)) {
            sorter.add(bytes(new byte[1]));
            var failure = new ClosedChannelException();

            assertThatThrownBy(() -> sorter.forEach(entry -> {
                        throw failure;
                    }))
                    .isInstanceOfSatisfying(
                            SpillException.class, e -> assertThat(e.failure()).isSameAs(failure));
        }
    }
}

package org.usageflow.verification.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;

class UploadSourceTest {

    private static final UploadLimits TEN_BYTES = UploadLimits.DEFAULTS.withBytes(10);

    @TempDir
    private Path directory;

    @Test
    void a_file_stays_where_it_is() throws IOException {
        Path file = Files.writeString(directory.resolve("usage.csv"), "record_id\n");

        try (UploadSource source = UploadSource.of(file)) {
            assertThat(source.path()).isEqualTo(file);
            assertThat(source.size()).isEqualTo(10);
        }

        assertThat(file).exists();
    }

    @Test
    void a_stream_is_kept_in_a_file_until_the_source_is_closed() throws IOException {
        Path file;
        try (UploadSource source = UploadSource.spool(content("0123456789"), TEN_BYTES, directory)) {
            file = source.path();
            assertThat(file).hasParent(directory).hasContent("0123456789");
            try (InputStream first = source.open();
                    InputStream second = source.open()) {
                assertThat(first).hasContent("0123456789");
                assertThat(second).hasContent("0123456789");
            }
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void a_stream_beyond_the_limit_is_copied_to_one_byte_more() throws IOException {
        try (UploadSource source = UploadSource.spool(content("0123456789abcdef"), TEN_BYTES, directory)) {
            assertThat(source.size()).isEqualTo(11);
        }
    }

    @Test
    void the_given_stream_stays_open() throws IOException {
        var closed = new boolean[1];
        InputStream content = new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        UploadSource.spool(content, TEN_BYTES, directory).close();

        assertThat(closed[0]).isFalse();
    }

    @Test
    void nothing_is_left_behind_where_the_stream_fails() {
        InputStream broken = new FilterInputStream(content("0123")) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatIOException().isThrownBy(() -> UploadSource.spool(broken, TEN_BYTES, directory));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_systems_directory_serves_where_none_is_given() throws IOException {
        Path file;
        try (UploadSource source = UploadSource.spool(content("x"), TEN_BYTES, null)) {
            file = source.path();
            assertThat(file).exists();
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void closing_again_does_nothing() throws IOException {
        UploadSource source = UploadSource.spool(content("x"), TEN_BYTES, directory);

        source.close();
        source.close();

        assertThat(source.path()).doesNotExist();
    }

    @Test
    void a_large_stream_is_copied_whole() throws IOException {
        byte[] large = new byte[300_000];
        large[299_999] = 7;

        try (UploadSource source =
                        UploadSource.spool(new ByteArrayInputStream(large), UploadLimits.DEFAULTS, directory);
                InputStream stored = source.open()) {
            assertThat(stored.readAllBytes()).isEqualTo(large);
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.usageflow.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.error.ContentException;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.store.ContentStore;
import org.usageflow.testkit.InParallel;

/**
 * The contract of {@link ContentStore}: extend it, return your store, and run it with JUnit.
 *
 * <p>Source: rules §4.1, §8 (retention), §10.
 */
public abstract class ContentStoreContract {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final UsageFileId OTHER = StoreFixtures.fileId(2);
    private static final byte[] SMALL = "record_id,quantity\r\nR-1,28\r\n".getBytes(StandardCharsets.UTF_8);

    /** Where the contract keeps the uploads that it hands over. */
    @TempDir
    Path uploads;

    private ContentStore opened;

    /** Makes the contract; subclasses need no state. */
    @SuppressWarnings("NullAway.Init") // JUnit sets the directory, and opens the store before each test
    protected ContentStoreContract() {}

    /** The store under test, empty; asked for once before each rule. */
    protected abstract ContentStore contents() throws IOException;

    @BeforeEach
    final void openStore() throws IOException {
        opened = contents();
    }

    /** Three megabytes and a bit, the same each time. */
    private static byte[] large() {
        byte[] bytes = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private void put(UsageFileId file, byte[] bytes) throws IOException {
        put(file, sha256(bytes), bytes);
    }

    private void put(UsageFileId file, String sha256, byte[] bytes) throws IOException {
        Path upload = Files.write(Files.createTempFile(uploads, "upload", ""), bytes);
        try (UploadSource source = UploadSource.of(upload)) {
            opened.put(file, sha256, source);
        } finally {
            Files.delete(upload);
        }
    }

    private byte[] read(UsageFileId file, byte[] bytes) throws IOException {
        try (UploadSource source = opened.open(file, sha256(bytes));
                InputStream in = source.open()) {
            assertThat(source.size()).isEqualTo(bytes.length);
            return in.readAllBytes();
        }
    }

    private void assertMissing(UsageFileId file, byte[] bytes) {
        assertThatThrownBy(() -> opened.open(file, sha256(bytes))).isInstanceOf(ContentException.class);
    }

    @Test
    @DisplayName("CONTENT-01 MUST: what was kept comes back, byte for byte, though the upload is gone")
    void content_that_was_put_comes_back() throws IOException {
        put(FILE, SMALL);
        put(FILE, large());
        put(OTHER, new byte[0]);

        assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
        assertThat(read(FILE, large())).isEqualTo(large());
        assertThat(read(OTHER, new byte[0])).isEmpty();
    }

    @Test
    @DisplayName(
            "CONTENT-02 MUST: content is opened as often as is asked for, and stays when what was opened is closed")
    void content_is_opened_again_and_again() throws IOException {
        put(FILE, SMALL);

        try (UploadSource first = opened.open(FILE, sha256(SMALL))) {
            assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
            assertThat(Files.readAllBytes(first.path())).isEqualTo(SMALL);
        }
        assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
    }

    @Test
    @DisplayName("CONTENT-03 MUST: content that was never kept is missing, of another file too")
    void content_that_was_never_put_is_missing() throws IOException {
        put(FILE, SMALL);

        assertMissing(OTHER, SMALL);
        assertMissing(FILE, large());
    }

    @Test
    @DisplayName("CONTENT-04 MUST: bytes of another SHA-256 are refused, and nothing of them is kept")
    void content_of_another_hash_is_refused() throws IOException {
        String other = sha256(large());

        assertThatThrownBy(() -> put(FILE, other, SMALL)).isInstanceOf(IOException.class);

        assertMissing(FILE, large());
        assertMissing(FILE, SMALL);
    }

    @Test
    @DisplayName("CONTENT-05 MUST: an upload that cannot be read is refused, and nothing of it is kept")
    void content_that_cannot_be_read_is_refused() throws IOException {
        try (UploadSource gone = UploadSource.of(uploads.resolve("gone"))) {
            assertThatThrownBy(() -> opened.put(FILE, sha256(SMALL), gone)).isInstanceOf(IOException.class);
        }

        assertMissing(FILE, SMALL);
    }

    @Test
    @DisplayName("CONTENT-06 MUST: keeping what is kept changes nothing")
    void content_that_is_put_twice_is_kept() throws IOException {
        put(FILE, SMALL);
        put(FILE, SMALL);

        assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
    }

    @Test
    @DisplayName("CONTENT-07 MUST: a refused upload leaves what is kept as it was")
    void content_that_is_refused_leaves_what_is_kept() throws IOException {
        put(FILE, SMALL);

        assertThatThrownBy(() -> put(FILE, sha256(SMALL), large())).isInstanceOf(IOException.class);

        assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
    }

    @Test
    @DisplayName("CONTENT-08 MUST: what is erased is missing, the rest is not, and it may be kept again")
    void content_that_is_erased_is_missing() throws IOException {
        put(FILE, SMALL);
        put(FILE, large());
        put(OTHER, SMALL);

        opened.erase(FILE, sha256(SMALL));

        assertMissing(FILE, SMALL);
        assertThat(read(FILE, large())).isEqualTo(large());
        assertThat(read(OTHER, SMALL)).isEqualTo(SMALL);
        put(FILE, SMALL);
        assertThat(read(FILE, SMALL)).isEqualTo(SMALL);
    }

    @Test
    @DisplayName("CONTENT-09 MUST: erasing what is not there does nothing")
    void content_that_is_not_there_is_erased_in_silence() throws IOException {
        opened.erase(FILE, sha256(SMALL));
        put(FILE, SMALL);
        opened.erase(FILE, sha256(SMALL));
        opened.erase(FILE, sha256(SMALL));

        assertMissing(FILE, SMALL);
    }

    @Test
    @DisplayName("CONTENT-10 MUST: a SHA-256 that is no such thing is an IllegalArgumentException")
    void hash_of_another_form_is_refused() {
        for (String wrong :
                new String[] {"", "abc", "../../etc/passwd", sha256(SMALL).toUpperCase(Locale.ROOT)}) {
            assertThatThrownBy(() -> put(FILE, wrong, SMALL)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("CONTENT-11 MUST: the same upload may be kept and read in several threads at a time")
    void content_in_several_threads_is_kept() {
        assertThat(InParallel.answers(() -> {
                    put(FILE, SMALL);
                    return sha256(read(FILE, SMALL));
                }))
                .containsExactly(sha256(SMALL));
    }

    @Test
    @DisplayName("CONTENT-12 MUST: what is kept of a file is listed, and nothing that is erased or another file's")
    void kept_content_is_listed() throws IOException {
        assertThat(opened.list(FILE)).isEmpty();
        put(FILE, SMALL);
        put(FILE, SMALL);
        put(FILE, large());
        put(OTHER, new byte[0]);

        assertThat(opened.list(FILE)).containsExactlyInAnyOrder(sha256(SMALL), sha256(large()));
        assertThat(opened.list(OTHER)).containsExactly(sha256(new byte[0]));
        opened.erase(FILE, sha256(SMALL));
        assertThat(opened.list(FILE)).containsExactly(sha256(large()));
        opened.erase(FILE, sha256(large()));
        assertThat(opened.list(FILE)).isEmpty();
    }

    @Test
    @DisplayName("CONTENT-13 MUST: after erasing all that is listed nothing is listed, broken-off uploads included")
    void all_that_is_listed_is_erased() throws IOException {
        put(FILE, SMALL);
        assertThatThrownBy(() -> put(FILE, sha256(large()), SMALL)).isInstanceOf(IOException.class);

        for (String each : opened.list(FILE)) {
            opened.erase(FILE, each);
        }

        assertThat(opened.list(FILE)).isEmpty();
    }
}

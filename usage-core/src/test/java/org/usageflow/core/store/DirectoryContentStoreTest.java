package org.usageflow.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.error.ContentException;
import org.usageflow.model.UsageFileId;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.store.StoreFixtures;

class DirectoryContentStoreTest {

    private static final UsageFileId FILE = StoreFixtures.fileId(1);
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path temporary;

    private Path directory;
    private DirectoryContentStore store;

    @BeforeEach
    void store_in_a_new_directory() throws IOException {
        directory = temporary.resolve("uploads");
        store = DirectoryContentStore.at(directory);
    }

    private void putAbc() throws IOException {
        Path upload = Files.write(temporary.resolve("abc.csv"), ABC);
        try (UploadSource source = UploadSource.of(upload)) {
            store.put(FILE, SHA_OF_ABC, source);
        }
    }

    private Path kept() {
        return directory.resolve(FILE.value()).resolve(SHA_OF_ABC);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> directory.relativize(each).toString().replace('\\', '/'))
                    .toList();
        }
    }

    @Test
    void upload_is_one_file_named_by_its_hash() throws IOException {
        putAbc();
        putAbc();

        assertThat(names()).containsExactly(FILE + "/" + SHA_OF_ABC);
        assertThat(Files.readAllBytes(kept())).isEqualTo(ABC);
    }

    @Test
    void damaged_upload_is_found_and_put_right_by_keeping_it_again() throws IOException {
        putAbc();
        for (String damage : List.of("abd", "ab", "abcd", "")) {
            Files.writeString(kept(), damage);

            assertThatThrownBy(() -> store.open(FILE, SHA_OF_ABC))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining(FILE.value());
        }

        putAbc();

        try (UploadSource source = store.open(FILE, SHA_OF_ABC)) {
            assertThat(Files.readAllBytes(source.path())).isEqualTo(ABC);
        }
    }

    @Test
    void refused_upload_leaves_no_file_behind() throws IOException {
        Path upload = Files.writeString(temporary.resolve("other.csv"), "other");

        try (UploadSource source = UploadSource.of(upload)) {
            assertThatThrownBy(() -> store.put(FILE, SHA_OF_ABC, source))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(SHA_OF_ABC);
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void what_a_crash_left_is_never_read_and_goes_with_its_upload() throws IOException {
        Files.createDirectories(directory.resolve(FILE.value()));
        Path left = Files.write(directory.resolve(FILE.value()).resolve(SHA_OF_ABC + ".123.part"), ABC);

        assertThatThrownBy(() -> store.open(FILE, SHA_OF_ABC))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining("not kept");
        putAbc();
        assertThat(left).exists();

        store.erase(FILE, SHA_OF_ABC);
        assertThat(names()).isEmpty();
    }

    @Test
    void what_a_crash_left_is_listed_until_it_is_erased() throws IOException {
        Path folder = Files.createDirectories(directory.resolve(FILE.value()));
        Path left = Files.write(folder.resolve(SHA_OF_ABC + ".123.part"), ABC);
        Files.write(folder.resolve("notes.txt"), ABC);

        assertThat(store.list(FILE)).containsExactly(SHA_OF_ABC);
        store.erase(FILE, SHA_OF_ABC);

        assertThat(store.list(FILE)).isEmpty();
        assertThat(left).doesNotExist();
    }

    @Test
    void stores_at_the_same_directory_keep_the_same_uploads() throws IOException {
        putAbc();
        DirectoryContentStore other = DirectoryContentStore.at(directory);

        try (UploadSource source = other.open(FILE, SHA_OF_ABC)) {
            assertThat(Files.readAllBytes(source.path())).isEqualTo(ABC);
        }
        other.erase(FILE, SHA_OF_ABC);
        assertThatThrownBy(() -> store.open(FILE, SHA_OF_ABC)).isInstanceOf(ContentException.class);
    }

    @Test
    void directory_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");

        assertThatThrownBy(() -> DirectoryContentStore.at(file.resolve("below")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void hash_of_another_form_names_no_file() {
        for (String wrong : List.of("", "abc", "../" + SHA_OF_ABC, SHA_OF_ABC + "\n", SHA_OF_ABC.replace('b', 'B'))) {
            assertThatThrownBy(() -> store.open(FILE, wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.erase(FILE, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package org.usageflow.console.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {

    @TempDir
    private Path directory;

    @Test
    void content_that_fails_leaves_the_former_file_and_nothing_else() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "former");

        assertThatThrownBy(() -> TargetFile.write(target, out -> {
                    out.write('x');
                    throw new IOException("full");
                }))
                .hasMessage("full");

        assertThat(Files.readString(target)).isEqualTo("former");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void content_that_is_whole_replaces_the_former_file() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "former");

        TargetFile.write(target, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.readString(target)).isEqualTo("new");
    }
}

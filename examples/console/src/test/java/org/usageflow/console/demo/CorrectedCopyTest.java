package org.usageflow.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.host.Host;
import org.usageflow.spi.format.FormatId;

class CorrectedCopyTest {

    @TempDir
    private Path directory;

    @Test
    void copy_changes_the_cell_and_nothing_else() throws IOException {
        String csv = "record_id,quantity,note\r\na,1.50,\"x, y\"\r\nb,,'=1+1\r\n";

        assertThat(copy(FormatId.CSV, csv, new CellChange(1, "quantity", "2")))
                .isEqualTo("record_id,quantity,note\r\na,1.50,\"x, y\"\r\nb,2,'=1+1\r\n");
    }

    @Test
    void copy_of_json_writes_numbers_as_numbers_and_texts_as_texts() throws IOException {
        String json = "{\"record_id\":\"a\",\"quantity\":\"1\"}\n";

        assertThat(copy(
                        FormatId.JSONL,
                        json,
                        new CellChange(0, "quantity", "2.5"),
                        new CellChange(0, "record_id", "7")))
                .isEqualTo("{\"record_id\":\"7\",\"quantity\":2.5}\n");
    }

    @Test
    void column_that_is_not_there_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> copy(FormatId.CSV, "record_id\r\na\r\n", new CellChange(0, "amount", "1")))
                .withMessageContaining("no column amount");
    }

    @Test
    void file_that_cannot_be_read_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> copy(FormatId.JSON, "[{", new CellChange(0, "amount", "1")))
                .withMessageContaining("FILE_UNREADABLE");
    }

    private String copy(FormatId format, String content, CellChange... changes) throws IOException {
        Path file = Files.writeString(directory.resolve("original"), content);
        var out = new ByteArrayOutputStream();
        CorrectedCopy.write(Host.format(format), file, List.of(changes), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

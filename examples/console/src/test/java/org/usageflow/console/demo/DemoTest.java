package org.usageflow.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.usageflow.console.Console;
import org.usageflow.console.Console.Run;

class DemoTest {

    @TempDir
    private Path directory;

    @Test
    void demo_tells_of_every_schema_and_comes_out_as_it_should() {
        Run run = Console.run("demo", "--dir", directory.resolve("demo").toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("QT: ", "PR: ", "CR: ", "TR: ")
                .contains("records!E4", "line 3", "VALUE_TOO_PRECISE", "TIER_OUT_OF_CHAIN")
                .contains("All came out as it should.");
    }

    @Test
    void demo_leaves_its_files_and_may_be_run_again() throws IOException {
        String[] args = {"demo", "--dir", directory.toString()};
        Console.run(args);

        assertThat(Console.run(args).code()).isZero();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "catalog.json",
                            "qt-template.xlsx",
                            "qt-upload-with-faults.xlsx",
                            "qt-upload-corrected.xlsx",
                            "pr-template.csv",
                            "pr-upload-with-faults.csv",
                            "pr-upload-corrected.csv",
                            "cr-template.xlsx",
                            "cr-upload-with-faults.jsonl",
                            "cr-upload-corrected.jsonl",
                            "tr-template.xlsx",
                            "tr-upload-with-faults.xlsx",
                            "tr-upload-corrected.xlsx");
        }
    }

    @Test
    void demo_into_a_file_is_wrong_use() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(Console.run("demo", "--dir", file.toString()).code()).isEqualTo(2);
    }
}

package org.usageflow.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.usageflow.verification.proof.Child.Outcome;
import org.usageflow.verification.proof.RawZip.Deflated;

/** Hostile uploads end in their problem, within ten seconds and 128 MiB of heap; what only looks hostile is accepted. */
class HostileUploadIT {

    private static final int HEAP = 128;
    private static final long LIMIT_MILLIS = 10_000;
    private static final int PATIENCE = 60;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void attack_ends_in_its_problem_in_bounded_time_and_memory(Attack attack) throws IOException, InterruptedException {
        Path file = directory.resolve("upload");
        attack.write(file);

        Outcome outcome = new Child(directory).validate("QT", file, HEAP, PATIENCE);

        String expected = attack.codes.stream().map(Enum::name).sorted().collect(Collectors.joining("|"));
        System.out.printf(
                "%s: %,d bytes, %s in %d ms%n",
                attack, Files.size(file), outcome.word("codes"), outcome.number("millis"));
        Files.delete(file);
        assertThat(outcome.isDone()).as(outcome.output()).isTrue();
        assertThat(outcome.word("codes")).matches("\\[(" + expected + ")]");
        assertThat(outcome.number("problems")).isLessThan(10);
        assertThat(outcome.word("valid")).isEqualTo("false");
        assertThat(outcome.number("millis")).isBetween(0L, LIMIT_MILLIS);
    }

    @Test
    void sheet_of_blank_cells_without_end_is_accepted() throws IOException, InterruptedException {
        Path file = directory.resolve("upload");
        byte[] blankRow = ("<row>" + "<c/>".repeat(3_000) + "</row>").getBytes(StandardCharsets.UTF_8);
        byte[] start = (Sheets.headed() + "<row>" + Sheets.cells("R-", 1) + "</row>").getBytes(StandardCharsets.UTF_8);
        byte[] end = ("<row>" + Sheets.cells("R-", 2) + "</row>" + Workbook.SHEET_END).getBytes(StandardCharsets.UTF_8);
        Deflated sheet = Deflated.of(
                out -> {
                    out.write(start, 0, start.length);
                    for (int row = 0; row < 21_000; row++) {
                        out.write(blankRow, 0, blankRow.length);
                    }
                    out.write(end, 0, end.length);
                },
                Deflater.BEST_COMPRESSION);
        try (var zip = new RawZip(file)) {
            zip.frame().put(Workbook.SHEET, sheet);
        }
        assertThat(sheet.inflated()).isBetween(200L << 20, 256L << 20);
        assertThat(sheet.inflated() / sheet.bytes().length).isGreaterThan(500);

        Outcome outcome = new Child(directory).validate("QT", file, HEAP, PATIENCE);

        assertAccepted(outcome, "2");
    }

    @Test
    void workbook_of_four_million_shared_strings_is_accepted() throws IOException, InterruptedException {
        Path file = directory.resolve("upload");
        Deflated strings = Deflated.of(out -> {
            var text = new StringBuilder(Workbook.STRINGS_START);
            for (int i = 0; i < 4_000_000; i++) {
                text.append("<si><t>the string of number ").append(i).append("</t></si>");
                if (text.length() > 60_000 || i == 3_999_999) {
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    out.write(bytes, 0, bytes.length);
                    text.setLength(0);
                }
            }
            byte[] last = Workbook.STRINGS_END.getBytes(StandardCharsets.UTF_8);
            out.write(last, 0, last.length);
        });
        try (var zip = new RawZip(file)) {
            zip.frame()
                    .put(
                            Workbook.SHEET,
                            Sheets.headed() + "<row>" + Sheets.cells("R-", 1) + "<c t=\"s\"><v>3999999</v></c></row>"
                                    + Workbook.SHEET_END)
                    .put(Workbook.STRINGS, strings);
        }

        Outcome outcome = new Child(directory).validate("QT", file, HEAP, PATIENCE);

        assertAccepted(outcome, "1");
    }

    private static void assertAccepted(Outcome outcome, String rows) {
        assertThat(outcome.isDone()).as(outcome.output()).isTrue();
        assertThat(outcome.word("codes")).isEqualTo("[]");
        assertThat(outcome.word("valid")).isEqualTo("true");
        assertThat(outcome.word("read")).isEqualTo(rows);
        assertThat(outcome.number("millis")).isBetween(0L, LIMIT_MILLIS);
    }
}

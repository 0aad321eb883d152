package org.usageflow.verification.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a process did, written down by itself before it goes on, so that it is known after the process was killed: a line at a time, which the system has when the call returns.
 *
 * @param file where
 */
record Journal(Path file) {

    /** Something that was about to be done. */
    static final String TRY = "TRY";
    /** Something that the library said was done. */
    static final String DONE = "DONE";
    /** An event that a listener heard. */
    static final String HEARD = "HEARD";

    void write(Object... words) {
        String line =
                String.join(" ", List.of(words).stream().map(String::valueOf).toList()) + "\n";
        try {
            Files.write(
                    file,
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All whole lines, as words. */
    List<String[]> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.usageflow.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;

/** The files that commands are given. */
final class Inputs {

    private Inputs() {}

    /**
     * Looks whether there is something to read.
     *
     * @throws IOException if there is nothing
     */
    static void check(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new WrongUseException(file + " is a directory");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /** A file, or what comes through a pipe. */
    static UploadSource open(Path file) throws IOException {
        check(file);
        if (Files.isRegularFile(file)) {
            return UploadSource.of(file);
        }
        // A pipe can be read once only.
        try (InputStream in = Files.newInputStream(file)) {
            return UploadSource.spool(in, UploadLimits.DEFAULTS, null);
        }
    }
}

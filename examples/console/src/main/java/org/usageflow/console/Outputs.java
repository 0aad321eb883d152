package org.usageflow.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.JsonText;
import org.usageflow.console.output.TargetFile;

/** The files that commands write. */
final class Outputs {

    private Outputs() {}

    /** Looks whether a file may be written there; null for none. */
    static void check(@Nullable Path target) {
        if (target != null && Files.isDirectory(target)) {
            throw new WrongUseException(target + " is a directory");
        }
        Path parent = target == null ? null : target.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new WrongUseException("there is no directory " + parent);
        }
    }

    /** Writes a JSON document. */
    static void write(Path target, JsonText.Value document) throws IOException {
        TargetFile.write(target, stream -> {
            Writer out = writer(stream);
            JsonText.document(out, document);
            out.flush();
        });
    }

    /** Writes UTF-8; is to be flushed, and closes nothing. */
    static Writer writer(OutputStream target) {
        return new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    }
}

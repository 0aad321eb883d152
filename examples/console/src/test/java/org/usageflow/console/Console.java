package org.usageflow.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.usageflow.console.demo.Demo;

/** Runs the command in this process, over a directory with the demonstration's catalog. */
public final class Console {

    static final String QT = "PRD-410-200-001";
    static final String PR = "PRD-410-200-002";
    static final String CR = "PRD-410-200-003";
    static final String TR = "PRD-410-200-004";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;

    public Console(Path directory) {
        this.directory = directory;
        catalog(catalog -> {});
    }

    /** What came of a command. */
    public record Run(int code, String out, String err) {

        JsonNode json() {
            return parsed(out);
        }
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Run run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Usage.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    /** Changes the catalog. */
    Console catalog(Consumer<ObjectNode> change) {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream("catalog.json"))) {
            var tree = (ObjectNode) JSON.readTree(in);
            change.accept(tree);
            Files.writeString(catalogFile(), tree.toString());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path catalogFile() {
        return directory.resolve("catalog.json");
    }

    /** Writes an upload, its lines ended by line feeds. */
    Path upload(String name, String... lines) {
        try {
            return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run validate(String product, Path file, String... more) {
        var args = new ArrayList<>(
                List.of("validate", "--catalog", catalogFile().toString(), "--product", product, file.toString()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }
}

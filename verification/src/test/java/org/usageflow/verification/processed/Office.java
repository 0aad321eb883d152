package org.usageflow.verification.processed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, without a screen and with a profile of its own. */
final class Office {

    private static final int PATIENCE_SECONDS = 180;

    private final Path program;
    private final Path directory;

    private Office(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** The one on the path; empty where there is none. */
    static Optional<Office> find(Path directory) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .map(each -> Path.of(each, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Office(program, directory));
    }

    /** Opens a file and saves it in another format, e.g. {@code ods}. */
    byte[] convert(byte[] content, String from, String to) throws IOException, InterruptedException {
        return convert(content, from, to, "file." + to);
    }

    /** Opens a file and saves it by a filter, which makes a file of that name. */
    byte[] convert(byte[] content, String from, String to, String name) throws IOException, InterruptedException {
        Path source = Files.write(directory.resolve("file." + from), content);
        Path target = Files.createDirectories(directory.resolve("out-" + to.replaceAll("\\W.*", "")));
        Path log = directory.resolve("office.log");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        to,
                        "--outdir",
                        target.toString(),
                        source.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("LibreOffice did not come to an end: " + Files.readString(log));
        }
        Path made = target.resolve(name);
        if (process.exitValue() != 0 || !Files.exists(made)) {
            throw new AssertionError("LibreOffice made nothing of it: " + Files.readString(log));
        }
        return Files.readAllBytes(made);
    }
}

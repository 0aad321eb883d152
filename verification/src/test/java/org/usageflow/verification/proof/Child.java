package org.usageflow.verification.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of a given heap. */
final class Child {

    private final Path directory;

    /** Works in that directory. */
    Child(Path directory) {
        this.directory = directory;
    }

    /**
     * What a run came to.
     *
     * @param exit the exit code; -1 where patience ended
     * @param words what it printed
     * @param output all of it, for messages
     */
    record Outcome(int exit, Map<String, String> words, String output) {

        boolean isDone() {
            return exit == 0 && words.containsKey("digest");
        }

        String word(String name) {
            return words.getOrDefault(name, "");
        }

        long number(String name) {
            return Long.parseLong(words.getOrDefault(name, "-1"));
        }
    }

    /** Validates a file with so many MiB of heap; a run that takes longer than the patience is ended. */
    Outcome validate(String schema, Path file, int heap, int patienceSeconds) throws IOException, InterruptedException {
        return run(ValidateMain.class, heap, patienceSeconds, schema, file.toString());
    }

    /** Runs a main class with so many MiB of heap; a directory for temporary files comes behind the arguments, and is empty again at the end. */
    Outcome run(Class<?> main, int heap, int patienceSeconds, String... arguments)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(directory.resolve("temporary"));
        Path output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        command.add(temporary.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(output);
        clear(temporary, ended && process.exitValue() == 0);
        return new Outcome(ended ? process.exitValue() : -1, words(text), text);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Map<String, String> words(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.indexOf('=') > 0)
                .forEach(
                        line -> words.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return words;
    }

    /** Removes what a run that was ended left behind; one that ended by itself leaves nothing. */
    private static void clear(Path temporary, boolean complete) throws IOException {
        List<Path> left;
        try (var files = Files.list(temporary)) {
            left = files.toList();
        }
        if (complete && !left.isEmpty()) {
            throw new AssertionError("temporary files were left: " + left);
        }
        for (Path each : left) {
            Files.delete(each);
        }
    }
}

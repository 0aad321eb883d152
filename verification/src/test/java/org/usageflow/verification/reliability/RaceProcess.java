package org.usageflow.verification.reliability;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Callers in a JVM of their own; see {@link RaceMain}. */
final class RaceProcess implements RaceGroup {

    private static final int HEAP = 384;

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final int threads;
    private final List<String> noise = new ArrayList<>();

    RaceProcess(String url, Path temporary, int threads) throws IOException {
        this.threads = threads;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RaceMain.class.getName(),
                        url,
                        temporary.toString(),
                        Integer.toString(threads))
                .redirectErrorStream(true)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        expect("open");
    }

    @Override
    public void ready(List<String> deeds) {
        say(String.join("\t", deeds));
        expect("ready");
    }

    @Override
    public void go() {
        say("go");
    }

    @Override
    public List<RaceAnswer> answers() {
        var answers = new ArrayList<RaceAnswer>();
        while (answers.size() < threads) {
            answers.add(RaceAnswer.parse(next()));
        }
        return answers;
    }

    private void say(String line) {
        try {
            in.write(line);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process is gone: " + noise, e);
        }
    }

    private void expect(String word) {
        String line = next();
        if (!line.equals(word)) {
            throw new IllegalStateException("expected " + word + ", not " + line);
        }
    }

    private String next() {
        try {
            String line = out.readLine();
            while (line != null && !line.startsWith(RaceMain.TOLD)) {
                noise.add(line);
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the process ended: " + noise);
            }
            return line.substring(RaceMain.TOLD.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

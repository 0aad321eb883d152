package org.usageflow.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page that the tables are written into, between two marks.
 *
 * @param file the page
 */
record PageOfTables(Path file) {

    static final String BEGIN = "<!-- measured: begin -->\n";
    static final String END = "<!-- measured: end -->\n";

    /**
     * Puts the tables in the place of those that are there.
     *
     * @throws IOException if the page cannot be read or written, or has no marks
     */
    void put(String tables) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for the tables");
        }
        Files.writeString(file, page.substring(0, begin + BEGIN.length()) + "\n" + tables + "\n" + page.substring(end));
    }
}

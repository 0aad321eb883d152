package org.usageflow.console.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a database is.
 *
 * <p>An H2 database on disk is always opened such that nothing is lost that was committed; its settings may be left out of the URL.
 *
 * @param value for the driver; it may hold a password
 */
public record DatabaseUrl(String value) {

    private static final String H2 = "jdbc:h2:";
    private static final List<String> ELSEWHERE = List.of("mem:", "tcp:", "ssl:");
    // Durable; closed by this application itself; without a log of failed statements beside it
    private static final List<String> SETTINGS =
            List.of("WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0");

    /** Where the database is if nobody says so. */
    public static final DatabaseUrl STANDARD = parse(H2 + "file:./.usage/usage");

    /**
     * Reads a JDBC URL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static DatabaseUrl parse(String text) {
        String url = text.strip();
        if (!url.startsWith("jdbc:") || url.indexOf(':', 5) < 0) {
            throw new IllegalArgumentException(
                    "a database is named by its JDBC URL, such as jdbc:h2:file:./usage or jdbc:postgresql://localhost/usage?user=me");
        }
        return new DatabaseUrl(isFile(url) ? completed(url) : url);
    }

    /**
     * An H2 database on disk.
     *
     * @param file without {@code .mv.db}, which is added
     */
    public static DatabaseUrl of(Path file) {
        return parse(H2 + "file:" + file.toAbsolutePath());
    }

    /** Whether this process is alone in it. */
    boolean isEmbedded() {
        return isFile(value);
    }

    private static boolean isFile(String url) {
        return url.startsWith(H2) && ELSEWHERE.stream().noneMatch(each -> url.startsWith(each, H2.length()));
    }

    private static String completed(String url) {
        String given = url.toUpperCase(Locale.ROOT);
        var settings = new StringBuilder(url);
        for (String each : SETTINGS) {
            if (!given.contains(";" + each.substring(0, each.indexOf('=') + 1))) {
                settings.append(';').append(each);
            }
        }
        return settings.toString();
    }

    /** Whether the driver's own URL begins so, e.g. {@code jdbc:h2:}. */
    boolean isOf(String scheme) {
        return value.startsWith(scheme);
    }

    /** Without settings, and so without a password. */
    @Override
    public String toString() {
        int settings = value.length();
        for (char each : new char[] {';', '?'}) {
            int at = value.indexOf(each);
            settings = at < 0 ? settings : Math.min(settings, at);
        }
        return Secrets.masked(value.substring(0, settings));
    }
}

package org.usageflow.verification.reliability;

import org.usageflow.error.UsageflowException;

/**
 * What a caller got.
 *
 * @param deed what it asked for
 * @param kind DONE, REPEATED, or the simple name of what was thrown; {@link #BROKEN} in front of what is no exception of the library's
 * @param detail what it got, in a line
 */
record RaceAnswer(String deed, String kind, String detail) {

    static final String DONE = "DONE";
    /** The same upload was there before. */
    static final String REPEATED = "REPEATED";

    static final String BROKEN = "BROKEN ";

    static RaceAnswer of(String deed, Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return new RaceAnswer(
                deed, failure instanceof UsageflowException ? name : BROKEN + name, line(causes(failure)));
    }

    private static String causes(Throwable failure) {
        var words = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            words.append(words.isEmpty() ? "" : " <- ").append(each);
        }
        if (!(failure instanceof UsageflowException) && failure.getStackTrace().length > 0) {
            words.append(" at ").append(failure.getStackTrace()[0]);
        }
        return words.toString();
    }

    private static String line(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    boolean isDone() {
        return kind.equals(DONE);
    }

    String written() {
        return String.join("\t", deed, kind, detail);
    }

    static RaceAnswer parse(String line) {
        String[] words = line.split("\t", 3);
        return new RaceAnswer(words[0], words[1], words[2]);
    }
}

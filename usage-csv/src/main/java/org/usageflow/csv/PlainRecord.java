package org.usageflow.csv;

/** Finds the end of a record that needs no care: short, on one line, whole in the buffer, right as far as quotes go. Most are, so this is the way that has to be fast. */
final class PlainRecord {

    private static final int ASCII = 128;

    private final char delimiter;
    private final int longest;
    // By character: the few that matter; one look in a table, where comparisons would be guessed wrong at every blank
    private final boolean[] stops = new boolean[ASCII];

    /** Such records have at most that many characters, and so no more columns than one more. */
    PlainRecord(char delimiter, int longest) {
        this.delimiter = delimiter;
        this.longest = longest;
        for (char c : new char[] {0, '\n', '\r', '"'}) {
            stops[c] = true;
        }
    }

    /** The place of the character that ends the record, a line feed or carriage return; -1 for a record that needs care. */
    int endOfRecord(char[] text, int start, int end) {
        int limit = end - start > longest ? start + longest + 1 : end;
        int at = nextStop(text, start, limit);
        while (at < limit && text[at] == '"') {
            if (at > start && text[at - 1] != delimiter) {
                return -1;
            }
            int behind = endOfQuotes(text, at + 1, limit);
            if (behind < 0) {
                return -1;
            }
            at = nextStop(text, behind, limit);
        }
        return at < limit && text[at] != 0 ? at : -1;
    }

    private int nextStop(char[] text, int start, int limit) {
        boolean[] table = stops;
        int at = start;
        while (at < limit && (text[at] >= ASCII || !table[text[at]])) {
            at++;
        }
        return at;
    }

    // The place behind the closing quote; -1 where the field goes on in another line, or is not right
    private int endOfQuotes(char[] text, int start, int limit) {
        int at = nextStop(text, start, limit);
        while (at < limit - 1 && text[at] == '"') {
            char next = text[at + 1];
            if (next == delimiter || next == '\n' || next == '\r') {
                return at + 1;
            }
            if (next != '"') {
                return -1;
            }
            at = nextStop(text, at + 2, limit);
        }
        return -1;
    }
}

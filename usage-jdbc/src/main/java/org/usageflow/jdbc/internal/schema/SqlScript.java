package org.usageflow.jdbc.internal.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into statements at the semicolons that are in no comment and no quotes: <code>-- …</code>, <code>/* … *&#47;</code>, single, double and backward quotes, and dollar quotes. A quote within quotes is doubled; a backslash is
 * nothing special.
 */
final class SqlScript {

    private final String text;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;

    private SqlScript(String text) {
        this.text = text;
    }

    /**
     * The statements, in order, without comments between them and without the semicolons.
     *
     * @throws IllegalStateException if a comment or a quotation does not end
     */
    static List<String> statements(String text) {
        var script = new SqlScript(text);
        script.split();
        return List.copyOf(script.found);
    }

    private void split() {
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (text.startsWith("/*", at)) {
                at = endOf("*/", at + 2);
                statement.append(' ');
            } else if (text.charAt(at) == ';') {
                end();
                at++;
            } else {
                copy();
            }
        }
        end();
    }

    private void copy() {
        char c = text.charAt(at);
        int end = at + 1;
        if (c == '\'' || c == '"' || c == '`') {
            end = endOf(String.valueOf(c), at + 1);
        } else if (c == '$' && dollarTag() > 0) {
            String tag = text.substring(at, at + dollarTag());
            end = endOf(tag, at + tag.length());
        }
        statement.append(text, at, end);
        at = end;
    }

    /** The length of the tag of a dollar quotation that begins here; 0 where none does. */
    private int dollarTag() {
        if (at > 0 && isOfName(text.charAt(at - 1))) {
            return 0;
        }
        int end = at + 1;
        while (end < text.length()
                && isOfName(text.charAt(end))
                && !(end == at + 1 && Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? end + 1 - at : 0;
    }

    private static boolean isOfName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private int endOf(String mark, int from) {
        int end = text.indexOf(mark, from);
        if (end < 0) {
            throw new IllegalStateException("a step of the schema lacks its last " + mark);
        }
        return end + mark.length();
    }

    private void end() {
        String whole = statement.toString().strip();
        if (!whole.isEmpty()) {
            found.add(whole);
        }
        statement.setLength(0);
    }
}

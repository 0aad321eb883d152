package org.usageflow.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The beginning of an object or array, to be shown to people. */
final class Excerpt {

    private static final int LENGTH = 60;

    private final StringBuilder text = new StringBuilder();
    private boolean separated = true;
    private boolean full;

    private Excerpt() {}

    /** Goes from the start of an object or array to its end. */
    static String of(JsonParser parser) throws IOException {
        var excerpt = new Excerpt();
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (!excerpt.full) {
                excerpt.add(parser, token);
            }
            if (depth == 0) {
                return excerpt.text.toString();
            }
        }
    }

    private void add(JsonParser parser, JsonToken token) throws IOException {
        if (!separated && !token.isStructEnd()) {
            text.append(',');
        }
        if (token == JsonToken.FIELD_NAME) {
            quote(parser.currentName());
            text.append(':');
        } else if (token == JsonToken.VALUE_STRING) {
            quote(new String(
                    parser.getTextCharacters(), parser.getTextOffset(), Math.min(LENGTH, parser.getTextLength())));
        } else {
            text.append(parser.getTextCharacters(), parser.getTextOffset(), Math.min(LENGTH, parser.getTextLength()));
        }
        separated = token == JsonToken.FIELD_NAME || token.isStructStart();
        if (text.length() >= LENGTH) {
            full = true;
            text.setLength(Character.isHighSurrogate(text.charAt(LENGTH - 2)) ? LENGTH - 2 : LENGTH - 1);
            text.append('…');
        }
    }

    private void quote(String content) {
        text.append('"').append(content, 0, Math.min(LENGTH, content.length())).append('"');
    }
}

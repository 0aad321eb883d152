package org.usageflow.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Collects the names of members with the parser, which finds every fault of the text. */
final class NamePass {

    private NamePass() {}

    static void collect(JsonText text, Members members) throws IOException {
        JsonParser parser = text.parser();
        try {
            while (text.next()) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    members.note(
                            parser.currentName(), parser.currentTokenLocation().getLineNr(), text.position());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw text.refusal(e);
        }
    }
}

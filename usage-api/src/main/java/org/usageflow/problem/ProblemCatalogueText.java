package org.usageflow.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints the catalogue of problems, code by code: as Markdown, or JSON.
 *
 * <p>Codes come in the order of {@link ProblemCode}. Lines end in a line feed. Thread-safe.
 */
public final class ProblemCatalogueText {

    private ProblemCatalogueText() {}

    /** A heading and a table with the columns code, severity, cause and cure for each {@link ProblemGroup}. */
    public static String markdown(ProblemMessages words) {
        var sections = new ArrayList<String>();
        for (ProblemGroup group : ProblemGroup.values()) {
            var text = new StringBuilder("## ").append(group.code());
            text.append("\n\n| code | severity | cause | cure |\n|---|---|---|---|\n");
            for (ProblemCode code : codes(group)) {
                text.append("| ").append(code);
                text.append(" | ").append(code.severity().code());
                text.append(" | ").append(cell(words.cause(code)));
                text.append(" | ").append(cell(words.cure(code))).append(" |\n");
            }
            sections.add(text.toString());
        }
        return String.join("\n", sections);
    }

    /** An array of objects with the members {@code code}, {@code group}, {@code severity}, {@code cause} and {@code cure}, one object a line. */
    public static String json(ProblemMessages words) {
        return Arrays.stream(ProblemCode.values())
                .map(code -> "{\"code\":\"" + code + "\",\"group\":\""
                        + code.group().code() + "\",\"severity\":\""
                        + code.severity().code() + "\",\"cause\":"
                        + string(words.cause(code)) + ",\"cure\":"
                        + string(words.cure(code)) + "}")
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static List<ProblemCode> codes(ProblemGroup group) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.group() == group)
                .toList();
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }

    private static String string(String text) {
        var json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}

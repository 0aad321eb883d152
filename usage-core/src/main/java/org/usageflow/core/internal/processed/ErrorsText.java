package org.usageflow.core.internal.processed;

import java.util.List;
import java.util.function.Function;

/** All problems of a row in one cell: every one of them, the shorter the more there are. */
final class ErrorsText {

    /** What a cell of a spreadsheet holds, in characters. */
    static final int LONGEST = 32_767;

    private static final String BETWEEN = " | ";

    private ErrorsText() {}

    static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        String text = join(findings, Finding::text);
        if (text.length() > LONGEST) {
            int each = LONGEST / findings.size() - BETWEEN.length();
            text = join(findings, found -> fit(found, each));
        }
        return text.length() > LONGEST ? counted(findings) : text;
    }

    private static String join(List<Finding> findings, Function<Finding, String> words) {
        var text = new StringBuilder();
        for (Finding each : findings) {
            text.append(text.isEmpty() ? "" : BETWEEN).append(words.apply(each));
        }
        return text.toString();
    }

    private static String fit(Finding finding, int longest) {
        String brief = finding.briefly();
        if (brief.length() > longest) {
            return finding.code().name();
        }
        return Texts.cut(finding.text(), longest);
    }

    /** More than fit in by their codes alone: as many as do, and how many there are besides. */
    private static String counted(List<Finding> findings) {
        int room = LONGEST - 40;
        var text = new StringBuilder();
        int told = 0;
        for (Finding each : findings) {
            if (text.length() + each.code().name().length() > room) {
                break;
            }
            text.append(each.code()).append(BETWEEN);
            told++;
        }
        return text.append("and ")
                .append(findings.size() - told)
                .append(" more")
                .toString();
    }
}

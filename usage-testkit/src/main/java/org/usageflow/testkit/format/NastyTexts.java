package org.usageflow.testkit.format;

import java.util.List;

/**
 * Texts that formats get wrong, each of characters that free text may hold.
 *
 * <p>Source: rules §3.3 (text is kept exactly), §9 (text that a spreadsheet would run as a formula).
 */
public final class NastyTexts {

    private NastyTexts() {}

    /** Texts that look like something else: numbers, times, truth values, errors, comments. */
    public static List<String> lookalikes() {
        return List.of(
                "007",
                "4.0000",
                "7.0",
                "1E5",
                "1e400",
                "NaN",
                "Infinity",
                "0x1F",
                "554027867388",
                "12345678901234567890",
                "0.1",
                ".5",
                "5.",
                "1,000",
                "TRUE",
                "false",
                "null",
                "NULL",
                "#N/A",
                "#DIV/0!",
                "# a comment",
                "//",
                "\\N",
                "2021-07-08",
                "2021-07-08 23:59:59",
                "2021-07-08T00:00:00Z",
                "{}",
                "[]",
                "{\"a\":1}",
                "<v>1</v>",
                "&amp;",
                "&#10;",
                "]]>",
                "<![CDATA[x]]>",
                "%00",
                "\\u0041",
                "\\n");
    }

    /** Texts that a spreadsheet would run, and texts that look guarded. */
    public static List<String> formulas() {
        return List.of(
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "-",
                "@SUM(A1)",
                "\ttab first",
                "\rreturn first",
                "'",
                "''",
                "'quoted'",
                "'=1+1",
                "''=1+1",
                "'-5",
                "' =1",
                " =1",
                "=",
                "+49 30 1234",
                "\"=1\"");
    }

    /** Quotes, separators and line ends. */
    public static List<String> delimiters() {
        return List.of(
                "\"",
                "\"\"",
                "a\"b",
                "\"quoted\"",
                "\"open",
                "close\"",
                "\"\"\"",
                "a,b",
                "a;b",
                "a\tb",
                ",",
                ";",
                "a|b",
                "a\nb",
                "a\r\nb",
                "a\rb",
                "\nfirst",
                "last\n",
                "last\r\n",
                "last\r",
                "a\n\nb",
                "a\r\r\nb",
                "\"a\"\r\n,\"b\"",
                "a\\",
                "\\\"",
                "\\");
    }

    /** Blanks inside and around, also those that are none to everybody. */
    public static List<String> blanks() {
        return List.of(
                " leading",
                "trailing ",
                "  two  blanks  ",
                "tab\t",
                "\u00A0no-break\u00A0",
                "\u3000ideographic\u3000",
                "\u2028line\u2029paragraph",
                "a\u200Bzero width",
                "\uFEFFmark",
                "soft\u00ADhyphen");
    }

    /** Characters beyond ASCII, composed and not, beyond the basic plane, right to left. */
    public static List<String> characters() {
        return List.of(
                "Größe",
                "caf\u00E9",
                "cafe\u0301",
                "Å\u212BA\u030A",
                "\uFB01ligature",
                "日本語",
                "עברית",
                "\u202Eoverride\u202C",
                "😀",
                "👩\u200D👩\u200D👧",
                "𝒳\uDBFF\uDFFD",
                "\uD83D\uDE00\uD83D\uDE00",
                "\uFFFD",
                "\uFFFE",
                "\uFFFF",
                "\uE000private",
                "ﷺ",
                "i\u0307İıI");
    }

    /** Texts with the escape sequences of workbooks in them, to be taken as they are. */
    public static List<String> escapes() {
        return List.of(
                "_x0041_",
                "_x005F_",
                "_x005F_x0041_",
                "_x000D_",
                "a_x0009_b",
                "_x004",
                "_x00zz_",
                "_X0041_",
                "__x0041__",
                "_x0041_x0042_",
                "_xD83D__xDE00_");
    }

    /** All of them. */
    public static List<String> all() {
        return java.util.stream.Stream.of(lookalikes(), formulas(), delimiters(), blanks(), characters(), escapes())
                .flatMap(List::stream)
                .toList();
    }
}

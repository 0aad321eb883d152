package org.usageflow.console.database;

import java.util.regex.Pattern;

/** Takes passwords out of texts, since drivers repeat their URLs in messages. */
public final class Secrets {

    private static final Pattern SETTING =
            Pattern.compile("(?i)(password|passwd|pwd)(\\s*=\\s*)(?:\"[^\"]*\"|'[^']*'|[^&;,\\s\"')]*)");
    private static final Pattern AUTHORITY = Pattern.compile("//([^/@:\\s]*):[^/\\s]*@");
    private static final String MASK = "***";

    private Secrets() {}

    /** The text with every password of a JDBC URL in it masked. */
    public static String masked(String text) {
        String settings = SETTING.matcher(text).replaceAll("$1$2" + MASK.replace("*", "\\*"));
        return AUTHORITY.matcher(settings).replaceAll("//$1:" + MASK.replace("*", "\\*") + "@");
    }
}

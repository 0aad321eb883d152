package org.usageflow.verification.flow;

import java.util.List;
import java.util.Random;
import org.usageflow.model.TextRules;
import org.usageflow.testkit.format.NastyTexts;

/** Texts of valid cells that formats get wrong, none of them blank. */
final class NastyCells {

    private static final List<String> TEXTS =
            NastyTexts.all().stream().filter(text -> !TextRules.isBlank(text)).toList();

    private NastyCells() {}

    static String text(Random random) {
        return random.nextInt(3) == 0 ? "plain " + random.nextInt(5) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** An id that no other number gets. */
    static String id(Random random, int number) {
        return switch (random.nextInt(4)) {
            case 0 -> text(random) + "#" + number;
            case 1 -> "=R" + number;
            default -> "R-" + number;
        };
    }
}

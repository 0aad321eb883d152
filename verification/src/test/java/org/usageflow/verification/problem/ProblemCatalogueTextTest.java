package org.usageflow.verification.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import org.junit.jupiter.api.Test;
import org.usageflow.problem.ProblemCatalogueText;
import org.usageflow.problem.ProblemCode;
import org.usageflow.problem.ProblemMessages;

class ProblemCatalogueTextTest {

    private static final ProblemMessages AWKWARD = ProblemMessages.of(new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {
                {"SHEET_MISSING.cause", "a | b \\ c\r\nd"},
                {"SHEET_MISSING.cure", "say \"records\"\t…"}
            };
        }
    });

    @Test
    void markdown_has_a_table_for_each_group_and_a_line_for_each_code() {
        String markdown = ProblemCatalogueText.markdown(ProblemMessages.english());

        assertThat(markdown)
                .startsWith(
                        "## file\n\n| code | severity | cause | cure |\n|---|---|---|---|\n| FILE_UNREADABLE | error | ")
                .contains("\n\n## column\n\n")
                .contains("| VALUE_DAMAGED | warning | ")
                .endsWith(" |\n");
        assertThat(markdown.lines().filter(line -> line.matches("[|] [A-Z_]+ [|].*")))
                .hasSameSizeAs(ProblemCode.values());
    }

    @Test
    void markdown_cells_hold_any_text() {
        assertThat(ProblemCatalogueText.markdown(AWKWARD))
                .contains("| SHEET_MISSING | error | a \\| b \\\\ c d | say \"records\"\t… |\n");
    }

    @Test
    void json_is_an_array_with_an_object_for_each_code() {
        String json = ProblemCatalogueText.json(ProblemMessages.english());

        assertThat(json)
                .startsWith("[{\"code\":\"FILE_UNREADABLE\",\"group\":\"file\",\"severity\":\"error\",\"cause\":\"")
                .endsWith("\"}]\n");
        assertThat(json.lines()).hasSameSizeAs(ProblemCode.values());
    }

    @Test
    void json_strings_hold_any_text() {
        assertThat(ProblemCatalogueText.json(AWKWARD))
                .contains("\"cause\":\"a | b \\\\ c\\u000d\\u000ad\",\"cure\":\"say \\\"records\\\"\\u0009…\"}");
    }
}

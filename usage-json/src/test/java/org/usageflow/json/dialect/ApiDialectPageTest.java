package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.json.dialect.DialectTexts.DIALECT;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.usageflow.lifecycle.UsageFileStatus;

/** The page's examples are read, and written as they stand there but for blanks. */
class ApiDialectPageTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)\n```json\n(.*?)\n```\n");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private String page;
    private List<String> examples;

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(Path.of(System.getProperty("usageflow.root"), "docs", "api-dialect.md"));
        examples = BLOCK.matcher(page).results().map(each -> each.group(1)).toList();
        assertThat(examples).hasSize(4);
    }

    // With the members in their order
    private static String withoutBlanks(String json) throws IOException {
        return MAPPER.readTree(json).toString();
    }

    @Test
    void the_file_is_read_and_written_as_it_stands() throws IOException {
        FileDocument file = DialectTexts.file(examples.get(0));

        assertThat(file.unknown()).isEmpty();
        assertThat(DialectTexts.text(file)).isEqualTo(withoutBlanks(examples.get(0)));
    }

    @Test
    void the_record_is_read_and_written_as_it_stands() throws IOException {
        RecordDocument record = DialectTexts.record(examples.get(1));

        assertThat(record.unknown()).isEmpty();
        assertThat(DialectTexts.text(record)).isEqualTo(withoutBlanks(examples.get(1)));
    }

    @Test
    void the_bulk_close_is_read_and_written_as_it_stands() throws IOException {
        List<CloseRequest> requests = new ArrayList<>();
        List<CloseAnswer> answers = new ArrayList<>();

        DIALECT.readCloseRequests(DialectTexts.stream(examples.get(2)), requests::add);
        DIALECT.readCloseAnswers(DialectTexts.stream(examples.get(3)), answers::add);

        assertThat(withoutBlanks(DialectTexts.written(target -> DIALECT.writeCloseRequests(requests, target))))
                .isEqualTo(withoutBlanks(examples.get(2)));
        assertThat(withoutBlanks(DialectTexts.written(target -> DIALECT.writeCloseAnswers(answers, target))))
                .isEqualTo(withoutBlanks(examples.get(3)));
        assertThat(requests).allSatisfy(each -> assertThat(each.toCommand()).isNotNull());
    }

    @Test
    void every_status_of_a_file_is_named() {
        for (UsageFileStatus status : UsageFileStatus.values()) {
            assertThat(page).contains("`" + status.name().toLowerCase(java.util.Locale.ROOT) + "`");
        }
    }

    @Test
    void limits_on_the_page_are_those_of_the_reader() {
        assertThat(page).contains(String.format(java.util.Locale.ROOT, "%,d characters", TextReader.MAX_DOCUMENT));
    }
}

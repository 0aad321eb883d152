package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.usageflow.json.dialect.DialectTexts.DIALECT;
import static org.usageflow.json.dialect.DialectTexts.refusal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.usageflow.command.CloseRecord;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.model.Closing;
import org.usageflow.model.UsageRecordId;
import org.usageflow.testkit.UsageFixtures;

class BulkCloseTest {

    private static final String ID = "UR-2021-08-0001-0002-0000-0003";
    private static final String REQUEST = """
            [
            {"id":"UR-2021-08-0001-0002-0000-0003","external_billing_id":"B-1","external_billing_note":"July"},
            {"id":"r-1","external_billing_id":"7"}
            ]
            """;
    private static final String ANSWER = """
            [
            {"id":"UR-2021-08-0001-0002-0000-0003","status":"closed"},
            {"id":"r-1","error_codes":["NOT_FOUND"],"error_details":["there is no such record"]}
            ]
            """;
    private static final CloseRequest FIRST = new CloseRequest(ID, "B-1", "July");
    private static final CloseRequest SECOND = new CloseRequest("r-1", "7", null);

    private static List<CloseRequest> requests(String text) throws IOException {
        List<CloseRequest> requests = new ArrayList<>();
        DIALECT.readCloseRequests(DialectTexts.stream(text), requests::add);
        return requests;
    }

    @Test
    void requests_are_read_and_written() throws IOException {
        assertThat(requests(REQUEST)).containsExactly(FIRST, SECOND);
        assertThat(DialectTexts.written(target -> DIALECT.writeCloseRequests(List.of(FIRST, SECOND), target)))
                .isEqualTo(REQUEST);
    }

    @Test
    void requests_are_read_leniently() throws IOException {
        assertThat(requests("[{\"external_billing_id\":7,\"id\":\"r-1\",\"external_billing_note\":null,\"x\":{}},{}]"))
                .containsExactly(SECOND, new CloseRequest(null, null, null));
    }

    @Test
    void a_request_becomes_the_command_that_closes_the_record() {
        assertThat(FIRST.toCommand()).isEqualTo(new CloseRecord(new UsageRecordId(ID), null, "B-1", "July"));
        assertThat(new CloseRequest(ID, "B-1", null).toCommand())
                .isEqualTo(CloseRecord.of(new UsageRecordId(ID), "B-1"));
    }

    @Test
    void a_request_that_cannot_be_done_says_why_and_leaves_the_others() {
        assertThat(refusal(SECOND::toCommand)).hasMessage("/id is no id of a record");
        assertThat(refusal(() -> new CloseRequest(null, "B-1", null).toCommand()))
                .hasMessage("/id is missing");
        assertThat(refusal(() -> new CloseRequest(ID, null, null).toCommand()))
                .hasMessage("/external_billing_id is missing");
    }

    @Test
    void answers_are_written_and_read() throws IOException {
        var closing = new Closing("B-1", null, Instant.EPOCH, UsageFixtures.distributor());
        var closed = RecordMappingTest.record(
                RecordStatus.CLOSED, UsageFixtures.record("r-1").build(), UsageFixtures.CALLS, closing);
        List<CloseAnswer> answers = List.of(
                CloseAnswer.closed(closed), CloseAnswer.refused(SECOND, null, "NOT_FOUND", "there is no such record"));
        List<CloseAnswer> read = new ArrayList<>();

        DIALECT.readCloseAnswers(DialectTexts.stream(ANSWER), read::add);

        assertThat(DialectTexts.written(target -> DIALECT.writeCloseAnswers(answers, target)))
                .isEqualTo(ANSWER);
        assertThat(read).isEqualTo(answers);
    }

    @Test
    void an_answer_tells_where_a_record_that_was_refused_stands() {
        CloseAnswer answer = CloseAnswer.refused(FIRST, DialectStatus.REJECTED, "ACTION_REFUSED", "no");

        assertThat(DialectTexts.written(target -> DIALECT.writeCloseAnswers(List.of(answer), target)))
                .contains("\"status\":\"rejected\"");
    }
}

package org.usageflow.json.dialect;

import java.io.IOException;

/** The members of a bulk close, in both directions. */
final class CloseCodec {

    private CloseCodec() {}

    static void write(CloseRequest request, Output out) throws IOException {
        out.text("id", request.id());
        out.text("external_billing_id", request.externalBillingId());
        out.text("external_billing_note", request.externalBillingNote());
    }

    static CloseRequest request(Members in) {
        return new CloseRequest(in.text("id"), in.text("external_billing_id"), in.text("external_billing_note"));
    }

    static void write(CloseAnswer answer, Output out) throws IOException {
        out.text("id", answer.id());
        out.word("status", answer.status());
        out.texts("error_codes", answer.errorCodes());
        out.texts("error_details", answer.errorDetails());
    }

    static CloseAnswer answer(Members in) {
        return new CloseAnswer(
                in.text("id"),
                in.word("status", RecordCodec.STATUSES),
                in.texts("error_codes"),
                in.texts("error_details"));
    }
}

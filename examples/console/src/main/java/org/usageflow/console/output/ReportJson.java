package org.usageflow.console.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.usageflow.core.Intake;
import org.usageflow.core.ValidationReport;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.model.UsageTotals;
import org.usageflow.problem.Place;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemGroup;
import org.usageflow.problem.ProblemMessages;

/** Writes a validation report, or what came of an upload, as one JSON document on one line. Its form is stable. */
public final class ReportJson {

    private final ProblemMessages words;

    /** Takes the words for the problems. */
    public ReportJson(ProblemMessages words) {
        this.words = words;
    }

    /**
     * Writes the document and a line feed.
     *
     * @param report what was found
     * @param out where it goes; stays open
     * @throws IOException if it cannot be written
     */
    public void write(ValidationReport report, Writer out) throws IOException {
        JsonText.document(out, json -> {
            json.writeStartObject();
            json.writeStringField("status", report.isValid() ? "valid" : "invalid");
            members(json, report);
            json.writeEndObject();
        });
    }

    /**
     * Writes the document of an upload that is kept, and a line feed.
     *
     * @param intake what came of it
     * @param out where it goes; stays open
     * @throws IOException if it cannot be written
     */
    public void write(Intake intake, Writer out) throws IOException {
        JsonText.document(out, json -> {
            json.writeStartObject();
            JsonText.text(json, "id", intake.file().id());
            json.writeStringField("status", JsonText.word(intake.file().status()));
            members(json, intake.report());
            json.writeEndObject();
        });
    }

    private void members(JsonGenerator json, ValidationReport report) throws IOException {
        rows(json, report.rows());
        totals(json, report.totals());
        json.writeStringField("sha256", report.sha256());
        json.writeNumberField("problemCount", report.problemCount());
        json.writeArrayFieldStart("problems");
        for (Problem each : report.problems()) {
            problem(json, each);
        }
        json.writeEndArray();
    }

    static void rows(JsonGenerator json, RowCounts rows) throws IOException {
        json.writeObjectFieldStart("records");
        json.writeNumberField("read", rows.read());
        json.writeNumberField("valid", rows.valid());
        json.writeNumberField("invalid", rows.invalid());
        json.writeEndObject();
        json.writeNumberField("suspended", rows.suspended());
    }

    static void totals(JsonGenerator json, UsageTotals totals) throws IOException {
        json.writeObjectFieldStart("totals");
        json.writeStringField("quantity", totals.quantity().toPlainString());
        json.writeObjectFieldStart("amount");
        Currency currency = totals.currency();
        if (currency != null) {
            amount(json, currency.getCurrencyCode(), totals);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void amount(JsonGenerator json, String currency, UsageTotals totals) throws IOException {
        BigDecimal amount = totals.amount();
        if (amount != null) {
            json.writeStringField(currency, amount.toPlainString());
            return;
        }
        json.writeObjectFieldStart(currency);
        for (Map.Entry<Tier, BigDecimal> each : totals.amountByTier().entrySet()) {
            json.writeStringField(each.getKey().toString(), each.getValue().toPlainString());
        }
        json.writeEndObject();
    }

    /** Writes a problem as an object. */
    public void problem(JsonGenerator json, Problem problem) throws IOException {
        boolean ofFile = problem.code().group() == ProblemGroup.FILE;
        Place place = problem.place();
        json.writeStartObject();
        json.writeStringField("code", problem.code().name());
        json.writeStringField("severity", problem.severity().code());
        json.writeStringField("sheet", place.sheet());
        // A problem of the file has neither row nor column here; where it was met is said in words
        Long row = ofFile ? null : place.row();
        if (row == null) {
            json.writeNullField("row");
        } else {
            json.writeNumberField("row", row);
        }
        json.writeStringField("column", ofFile ? null : place.column());
        json.writeStringField("cell", place.cell());
        json.writeStringField("pointer", place.pointer());
        json.writeStringField("value", problem.value());
        json.writeStringField("message", message(problem, ofFile));
        json.writeEndObject();
    }

    private String message(Problem problem, boolean ofFile) {
        String message = words.message(problem);
        Place place = problem.place();
        boolean unsaid = ofFile && place.row() != null && place.cell() == null;
        return unsaid ? message + " (" + PlaceText.of(place) + ")" : message;
    }
}

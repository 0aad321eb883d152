package org.usageflow.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usageflow.console.output.JsonText;
import org.usageflow.console.output.ReportJson;
import org.usageflow.error.ActionRefusedException;
import org.usageflow.error.ExternalIdConflictException;
import org.usageflow.error.NotFoundException;
import org.usageflow.error.PrerequisitesException;
import org.usageflow.error.RefusedException;
import org.usageflow.error.StaleVersionException;
import org.usageflow.problem.Problem;
import org.usageflow.problem.ProblemMessages;

/**
 * A command that was understood, and refused: an answer, not a failure.
 *
 * @param code stable, in capitals
 * @param message the same in words
 * @param members what JSON has beside both
 */
record Refusal(String code, String message, JsonText.Value members) {

    private static final JsonText.Value NO_MORE = json -> {};

    /** The refusal that an exception tells of; empty where it is a failure. */
    static Optional<Refusal> of(Exception failure) {
        String message = failure.getMessage() == null ? "no reason is given" : failure.getMessage();
        if (failure instanceof NotFoundException) {
            return Optional.of(new Refusal("NOT_FOUND", message, NO_MORE));
        }
        if (failure instanceof RefusedException refused) {
            return Optional.of(new Refusal(refused.code(), message, NO_MORE));
        }
        if (failure instanceof ActionRefusedException refused) {
            return Optional.of(new Refusal(refused.reason().name(), message, json -> action(refused, json)));
        }
        if (failure instanceof StaleVersionException stale) {
            return Optional.of(new Refusal("STALE_VERSION", message, json -> versions(stale, json)));
        }
        if (failure instanceof ExternalIdConflictException conflict) {
            return Optional.of(new Refusal("EXTERNAL_ID_CONFLICT", message, json -> {
                json.writeStringField("id", conflict.existing().value());
                texts(json, "fields", conflict.fields());
            }));
        }
        if (failure instanceof PrerequisitesException lacking) {
            return Optional.of(prerequisites(lacking, message));
        }
        return Optional.empty();
    }

    private static void action(ActionRefusedException refused, JsonGenerator json) throws IOException {
        json.writeStringField("action", word(refused.action()));
        json.writeStringField("status", word(refused.statusName()));
        texts(
                json,
                "allowed",
                refused.allowedNames().stream().map(Refusal::lower).toList());
    }

    private static void versions(StaleVersionException stale, JsonGenerator json) throws IOException {
        json.writeStringField("id", stale.subject());
        json.writeNumberField("expected", stale.expected().number());
        json.writeNumberField("actual", stale.actual().number());
    }

    /** The code is that of the first prerequisite that does not hold. */
    private static Refusal prerequisites(PrerequisitesException lacking, String message) {
        List<Problem> problems = lacking.problems();
        String code =
                problems.isEmpty() ? "PREREQUISITES" : problems.get(0).code().name();
        var report = new ReportJson(ProblemMessages.english());
        return new Refusal(code, message, json -> {
            json.writeArrayFieldStart("problems");
            for (Problem each : problems) {
                report.problem(json, each);
            }
            json.writeEndArray();
        });
    }

    private static @Nullable String word(@Nullable String name) {
        return name == null ? null : lower(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String each : values) {
            json.writeString(each);
        }
        json.writeEndArray();
    }

    /** Prints it as a JSON document. */
    void json(PrintWriter out) {
        try {
            JsonText.document(out, json -> {
                json.writeStartObject();
                json.writeStringField("error", code);
                json.writeStringField("message", message);
                members.writeTo(json);
                json.writeEndObject();
            });
        } catch (IOException e) {
            // A print writer throws none
            throw new UncheckedIOException(e);
        }
    }
}

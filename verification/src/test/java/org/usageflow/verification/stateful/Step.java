package org.usageflow.verification.stateful;

import java.util.List;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;

/**
 * One command of a story.
 *
 * @param kind what is asked
 * @param who by whom
 * @param file which of the files there are, modulo their number
 * @param record which of its records, modulo their number
 * @param lines for an upload, or to be appended
 * @param environment of a file to be created
 * @param fileKind of a file to be created
 */
record Step(Kind kind, Who who, int file, int record, List<Line> lines, Environment environment, FileKind fileKind) {

    enum Kind {
        CREATE,
        EDIT,
        APPEND,
        PROCESS,
        UPLOAD,
        SUBMIT,
        ACCEPT,
        REJECT,
        DELETE,
        CLOSE,
        CLOSE_RECORD,
        ABORT,
        /** What takes the file a step on, asked by the party whose turn it is. */
        NEXT
    }

    /** This step, with what NEXT stands for. */
    Step resolved(ModelFile model) {
        if (kind != Kind.NEXT) {
            return this;
        }
        Who buyer = model.environment == Environment.PREVIEW ? Who.VENDOR : Who.BUYER;
        return switch (model.status) {
            case DRAFT -> model.rows.isEmpty() ? as(Kind.UPLOAD, Who.VENDOR) : as(Kind.PROCESS, Who.VENDOR);
            case UPLOADING, PROCESSING, INVALID, REJECTED -> as(Kind.UPLOAD, Who.VENDOR);
            case READY -> as(Kind.SUBMIT, Who.VENDOR);
            case PENDING -> as(Kind.ACCEPT, buyer);
            case ACCEPTED, CLOSED, DELETED -> as(Kind.CLOSE_RECORD, buyer);
        };
    }

    private Step as(Kind other, Who by) {
        return new Step(other, by, file, record, lines, environment, fileKind);
    }
}

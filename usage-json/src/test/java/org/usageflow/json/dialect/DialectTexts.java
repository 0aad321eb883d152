package org.usageflow.json.dialect;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Documents as text, and back. */
final class DialectTexts {

    static final ApiDialect DIALECT = new ApiDialect();

    private DialectTexts() {}

    @FunctionalInterface
    interface Writing {
        void to(ByteArrayOutputStream target) throws IOException;
    }

    static String written(Writing writing) {
        var target = new ByteArrayOutputStream();
        try {
            writing.to(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(FileDocument file) {
        return written(target -> DIALECT.write(file, target));
    }

    static String text(RecordDocument record) {
        return written(target -> DIALECT.write(record, target));
    }

    static FileDocument file(String text) {
        try {
            return DIALECT.readFile(stream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordDocument record(String text) {
        return record(text.getBytes(StandardCharsets.UTF_8));
    }

    static RecordDocument record(byte[] text) {
        try {
            return DIALECT.readRecord(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RecordDocument> records(String text) {
        List<RecordDocument> records = new ArrayList<>();
        try {
            DIALECT.readRecords(stream(text), records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    static DialectException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(DialectException.class, call);
    }
}

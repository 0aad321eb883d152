package org.usageflow.jdbc.internal.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.usageflow.jdbc.internal.sql.FileNumbers;
import org.usageflow.jdbc.internal.sql.Row;
import org.usageflow.jdbc.internal.sql.Sql;
import org.usageflow.jdbc.internal.sql.Texts;
import org.usageflow.lifecycle.RecordStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileNotes;
import org.usageflow.model.RowCounts;
import org.usageflow.model.Tier;
import org.usageflow.model.Upload;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageTotals;
import org.usageflow.model.Version;

/** A usage file in the columns of its table. */
final class FileColumns {

    /** What a change never touches: the file's keys. */
    static final List<String> KEYS = List.of("vendor", "file_no", "product", "contract");

    /** All others but the number of the scope. */
    static final List<String> NAMES = List.of(
            "name",
            "description",
            "note",
            "external_id",
            "marketplace",
            "buyer",
            "schema_code",
            "period_start",
            "period_start_nanos",
            "period_end",
            "period_end_nanos",
            "currency",
            "environment",
            "kind",
            "original",
            "status",
            "counts",
            "suspended",
            "has_upload",
            "upload_sha256",
            "upload_bytes",
            "upload_categories",
            "received_at",
            "upload_valid",
            "rows_valid",
            "rows_invalid",
            "rows_suspended",
            "totals",
            "acceptance_note",
            "rejection_note",
            "error_detail",
            "superseded_by",
            "last_number",
            "created_at",
            "version");

    /** What is selected for {@link #read}. */
    static final String SELECTED = "select f." + String.join(", f.", KEYS) + ", f." + String.join(", f.", NAMES);

    private static final int UPLOAD_COLUMNS = 9;

    private FileColumns() {}

    static List<@Nullable Object> keys(UsageFile file) {
        return List.of(
                file.vendor().value(),
                FileNumbers.of(file.id()),
                file.product().value(),
                file.contract().value());
    }

    /** The values of {@link #NAMES}. */
    static List<@Nullable Object> values(UsageFile file) {
        var values = new ArrayList<@Nullable Object>(NAMES.size());
        addDetails(file.details(), values);
        values.add(file.original().equals(file.details()) ? null : DetailsText.write(file.original()));
        values.add(file.status().name());
        values.add(CountsText.write(file.counts()));
        values.add(file.counts().of(RecordStatus.SUSPENDED));
        addUpload(file.upload(), values);
        values.add(Texts.any(file.notes().acceptance()));
        values.add(Texts.any(file.notes().rejection()));
        values.add(Texts.any(file.notes().error()));
        values.add(file.supersededBy() == null ? null : FileNumbers.of(file.supersededBy()));
        values.add(file.lastRecordNumber());
        values.add(file.createdAt());
        values.add(file.version().number());
        return values;
    }

    private static void addDetails(FileDetails details, List<@Nullable Object> values) {
        values.add(details.name());
        values.add(Texts.any(details.description()));
        values.add(Texts.any(details.note()));
        values.add(details.externalId());
        values.add(details.marketplace().value());
        values.add(details.buyer().value());
        values.add(details.schema().value());
        values.add(details.period().start());
        values.add(Sql.nanos(details.period().start()));
        values.add(details.period().end());
        values.add(Sql.nanos(details.period().end()));
        values.add(details.currency() == null ? null : details.currency().getCurrencyCode());
        values.add(details.environment().name());
        values.add(details.kind().name());
    }

    private static void addUpload(@Nullable Upload upload, List<@Nullable Object> values) {
        values.add(upload != null);
        if (upload == null) {
            values.addAll(Collections.nCopies(UPLOAD_COLUMNS, null));
            return;
        }
        values.addAll(Arrays.asList(
                upload.sha256(),
                upload.bytes(),
                upload.categories(),
                upload.receivedAt(),
                upload.isValid(),
                upload.rows().valid(),
                upload.rows().invalid(),
                upload.rows().suspended(),
                writeTotals(upload.totals())));
    }

    static UsageFile read(Row row) throws SQLException {
        String vendor = row.text();
        long number = row.number();
        FileDetails details = DetailsText.readColumns(row, vendor);
        String original = row.textOrNull();
        UsageFileStatus status = UsageFileStatus.valueOf(row.text());
        String counts = row.text();
        row.skip(1);
        Upload upload = readUpload(row);
        var notes = new FileNotes(
                Texts.readAny(row.textOrNull()), Texts.readAny(row.textOrNull()), Texts.readAny(row.textOrNull()));
        Long successor = row.numberOrNull();
        int lastNumber = row.integer();
        return new UsageFile(
                FileNumbers.id(number),
                details,
                original == null ? details : DetailsText.read(original),
                status,
                CountsText.read(counts),
                upload,
                notes,
                successor == null ? null : FileNumbers.id(successor),
                lastNumber,
                row.time(),
                new Version(row.number()));
    }

    private static @Nullable Upload readUpload(Row row) throws SQLException {
        if (!row.flag()) {
            row.skip(UPLOAD_COLUMNS);
            return null;
        }
        String sha256 = row.textOrNull();
        long bytes = row.number();
        String categories = row.textOrNull();
        Instant receivedAt = row.timeOrNull();
        boolean valid = row.flag();
        long rowsValid = row.number();
        long rowsInvalid = row.number();
        var rows = new RowCounts(rowsValid + rowsInvalid, rowsValid, rowsInvalid, row.number());
        return new Upload(sha256, bytes, categories, receivedAt, valid, rows, readTotals(row.text()));
    }

    private static String writeTotals(UsageTotals totals) {
        var texts = new ArrayList<@Nullable String>();
        texts.add(totals.quantity().toString());
        texts.add(totals.currency() == null ? null : totals.currency().getCurrencyCode());
        texts.add(totals.amount() == null ? null : totals.amount().toString());
        totals.amountByTier().forEach((tier, amount) -> {
            texts.add(Integer.toString(tier.level()));
            texts.add(amount.toString());
        });
        return Texts.write(texts);
    }

    private static UsageTotals readTotals(String written) {
        List<@Nullable String> texts = Texts.read(written);
        var byTier = new TreeMap<Tier, BigDecimal>();
        for (int i = 3; i < texts.size(); i += 2) {
            byTier.put(new Tier(Integer.parseInt(DetailsText.kept(texts.get(i)))), decimal(texts.get(i + 1)));
        }
        String currency = texts.get(1);
        return new UsageTotals(
                decimal(texts.get(0)),
                currency == null ? null : Currency.getInstance(currency),
                texts.get(2) == null ? null : decimal(texts.get(2)),
                byTier);
    }

    private static BigDecimal decimal(@Nullable String text) {
        return new BigDecimal(DetailsText.kept(text));
    }
}

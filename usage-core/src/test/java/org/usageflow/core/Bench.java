package org.usageflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.csv.CsvFormat;
import org.usageflow.model.Capabilities;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.ReportedRecord;
import org.usageflow.model.SchemaCode;
import org.usageflow.policy.Policies;
import org.usageflow.problem.Problem;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;
import org.usageflow.testkit.reference.CatalogWorld;

/** Judges given uploads of a world through the facade, each with a library of its own, and sees to it that no temporary file is left. */
final class Bench {

    private final CatalogWorld world;
    private final List<Consumer<Usageflow.Builder>> settings = new ArrayList<>();
    private UnaryOperator<ValidateUpload> command = UnaryOperator.identity();

    private Bench(CatalogWorld world) {
        this.world = world;
    }

    static Bench of(CatalogWorld world) {
        return new Bench(world);
    }

    /** A world of the fixtures. */
    static Bench of(SchemaCode schema) {
        return of(UsageFixtures.world(schema));
    }

    /** A world whose product has dynamic items, and late and future charges as told. */
    static Bench with(SchemaCode schema, boolean dynamic, boolean future, boolean late) {
        return of(UsageFixtures.world(new Capabilities(true, new PayAsYouGo(schema, dynamic, future, late, false))));
    }

    /** Wires something else. */
    Bench wire(Consumer<Usageflow.Builder> setting) {
        settings.add(setting);
        return this;
    }

    Bench policies(UnaryOperator<Policies> change) {
        return wire(builder -> builder.policies(change.apply(Policies.DEFAULTS)));
    }

    /** Changes the command. */
    Bench command(UnaryOperator<ValidateUpload> change) {
        command = change;
        return this;
    }

    ValidationReport judge(GivenRow... rows) {
        return judge(GivenUpload.records(rows));
    }

    ValidationReport judge(GivenUpload upload) {
        return judge(upload, null, null);
    }

    ValidationReport judge(GivenUpload upload, ValidationListener listener) {
        return judge(upload, null, listener);
    }

    ValidationReport judge(
            GivenUpload upload, @Nullable GivenUpload categories, @Nullable ValidationListener listener) {
        var format = new GivenFormat();
        return judge(format, format.file(upload), categories == null ? null : format.file(categories), listener);
    }

    /** The record of a row without problems. */
    ReportedRecord read(GivenRow row) {
        return read(GivenUpload.records(row));
    }

    /** The record of an upload of one row without problems. */
    ReportedRecord read(GivenUpload upload) {
        var records = new ArrayList<ReportedRecord>();
        ValidationReport report = judge(upload, new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                records.add(reported);
            }
        });
        assertThat(lines(report)).isEmpty();
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    /** Judges bytes, as CSV or whatever they are. */
    ValidationReport judge(byte[] upload) {
        return judge(new GivenFormat(), upload, null, null);
    }

    ValidationReport judge(byte[] upload, ValidationListener listener) {
        return judge(new GivenFormat(), upload, null, listener);
    }

    ValidationReport judge(byte[] upload, byte @Nullable [] categories) {
        return judge(new GivenFormat(), upload, categories, null);
    }

    private ValidationReport judge(
            GivenFormat format, byte[] upload, byte @Nullable [] categories, @Nullable ValidationListener listener) {
        try {
            Path directory = Files.createTempDirectory("bench");
            Path temporary = Files.createDirectory(directory.resolve("temporary"));
            Path file = Files.write(directory.resolve("upload"), upload);
            Path second = categories == null ? null : Files.write(directory.resolve("categories"), categories);
            try (UploadSource source = UploadSource.of(file)) {
                ValidationService service = library(format, temporary).validation();
                return judge(service, source, second == null ? null : UploadSource.of(second), listener);
            } finally {
                remove(directory, temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Usageflow library(GivenFormat format, Path temporary) {
        Usageflow.Builder builder = Usageflow.builder()
                .formats(format, new CsvFormat())
                .reference(world.reference())
                .temporary(temporary);
        settings.forEach(setting -> setting.accept(builder));
        return builder.build();
    }

    private ValidationReport judge(
            ValidationService service,
            UploadSource source,
            @Nullable UploadSource categories,
            @Nullable ValidationListener listener) {
        ValidateUpload wanted = command.apply(world.command());
        if (categories != null) {
            return service.validate(
                    wanted, source, categories, listener == null ? new ValidationListener() {} : listener);
        }
        return listener == null ? service.validate(wanted, source) : service.validate(wanted, source, listener);
    }

    /** Removes what the test made; anything that the library left is a fault. */
    private static void remove(Path directory, Path temporary) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(temporary)) {
            left = files.toList();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        if (!left.isEmpty()) {
            throw new AssertionError("temporary files were left: " + left);
        }
    }

    /** Problems as lines: row, column, code, whether it is a warning, raw value. */
    static List<String> lines(ValidationReport report) {
        return report.problems().stream().map(Bench::line).toList();
    }

    static String line(Problem problem) {
        String row = problem.place().row() == null ? "-" : problem.place().row().toString();
        String column = problem.place().column() == null ? "-" : problem.place().column();
        String severity = problem.isError() ? "" : " (warning)";
        String value = problem.value() == null ? "" : " [" + problem.value() + "]";
        return row + " " + column + " " + problem.code() + severity + value;
    }
}

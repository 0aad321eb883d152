package org.usageflow.verification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.usageflow.core.ParameterBinding;
import org.usageflow.core.ParameterName;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationListener;
import org.usageflow.core.ValidationReport;
import org.usageflow.csv.CsvFormat;
import org.usageflow.json.JsonFormat;
import org.usageflow.model.ReportedRecord;
import org.usageflow.poi.XlsxFormat;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.UsageFixtures;

/** Has uploads judged by the library as a host wires it, and sees to it that no temporary file is left. */
final class Court {

    private static final Path FILES = directory("usageflow-flow-");
    private static final Path TEMPORARY = directory("usageflow-flow-temporary-");

    private Court() {}

    /** What came of an upload: the report, and the records that were heard of. */
    record Judgement(ValidationReport report, List<ReportedRecord> records) {}

    /** What a host may ask of the parameter {@code v.region}. */
    record BoundParameters(
            @ParameterName("region") @Pattern(regexp = "(?s)[^!].*", message = "no exclamation")
            String region,

            @ParameterName("count") @Max(100) Integer count) {}

    /** One validator for all trials, since it takes long to make; made when it is needed. */
    private static final class Constraints {
        static final Validator VALIDATOR = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new MessageInterpolator() {
                    @Override
                    public String interpolate(String template, Context context) {
                        return template;
                    }

                    @Override
                    public String interpolate(String template, Context context, Locale locale) {
                        return template;
                    }
                })
                .buildValidatorFactory()
                .getValidator();
    }

    private static Path directory(String prefix) {
        try {
            Path made = Files.createTempDirectory(prefix);
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UsageFormat[] formats(char delimiter) {
        return new UsageFormat[] {
            new XlsxFormat(), CsvFormat.delimitedBy(delimiter), JsonFormat.array(), JsonFormat.lines()
        };
    }

    static Usageflow library(World world, char delimiter, UploadLimits limits) {
        Usageflow.Builder builder = Usageflow.builder()
                .formats(formats(delimiter))
                .reference(world.catalog().reference())
                .reported(world.reported())
                .policies(world.policies())
                .limits(limits)
                .temporary(TEMPORARY);
        return world.traits().contains(Trait.BOUND_PARAMETERS)
                ? builder.parameters(UsageFixtures.PRODUCT, ParameterBinding.of(BoundParameters.class))
                        .validator(Constraints.VALIDATOR)
                        .build()
                : builder.build();
    }

    static Judgement judge(World world, Written written, char delimiter, UploadLimits limits) {
        List<ReportedRecord> records = new ArrayList<>();
        var listener = new ValidationListener() {
            @Override
            public void onRecord(long row, ReportedRecord reported) {
                records.add(reported);
            }
        };
        try (UploadSource upload = store(written.content());
                UploadSource categories = store(written.categories())) {
            ValidationReport report = library(world, delimiter, limits)
                    .validation()
                    .validate(world.catalog().command(), upload, categories, listener);
            try (Stream<Path> left = Files.list(TEMPORARY)) {
                assertThat(left).as("temporary files").isEmpty();
            }
            return new Judgement(report, records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UploadSource store(byte[] content) throws IOException {
        return content == null
                ? null
                : UploadSource.spool(new ByteArrayInputStream(content), UploadLimits.DEFAULTS, FILES);
    }
}

package org.usageflow.testkit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.usageflow.model.Capabilities;
import org.usageflow.schema.ColumnSet;
import org.usageflow.spi.format.ContentSample;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.testkit.format.RecordingSink.RecordedTable;

/**
 * The contract of {@link UsageFormat}: extend it, return your format, and run it with JUnit. It holds tests of Jupiter and properties of jqwik; a build that runs both engines
 * runs all of it.
 *
 * <pre>{@code
 * class CsvFormatContractTest extends UsageFormatContract {
 *     protected UsageFormat format() {
 *         return new CsvFormat();
 *     }
 * }
 * }</pre>
 *
 * <p>Files are written by the format itself and read back, in a temporary directory that is removed. Hostile files are the same in every run; the system property {@code
 * usageflow.seed} takes another seed.
 *
 * <p>Source: rules §3.3, §3.5, §9.
 */
public abstract class UsageFormatContract extends FormatCopyRules {

    private static final byte[] ZIP = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
    private static final byte[] JSON = "{\"record_id\":\"R-1\",\"quantity\":1}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CSV = "record_id,quantity\r\nR-1,1\r\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROSE = "Dear all,\nplease find attached.\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOISE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

    /** Makes the contract; subclasses need no state. */
    protected UsageFormatContract() {}

    /** The format under test; asked for each rule, and may be the same each time. */
    @Override
    protected abstract UsageFormat format();

    @Test
    @DisplayName("FORMAT-01 MUST: what it wrote is recognised by its content")
    void content_of_its_own_is_recognised() throws IOException {
        assertThat(format().recognises(sample(written()))).isTrue();
    }

    @Test
    @DisplayName("FORMAT-02 MUST: content of other kinds is not recognised")
    void content_of_other_kinds_is_not_recognised() throws IOException {
        String own = family(written());

        for (byte[] other : List.of(ZIP, JSON, CSV)) {
            if (!family(other).equals(own)) {
                assertThat(format().recognises(sample(other))).as(family(other)).isFalse();
            }
        }
        assertThat(format().recognises(sample(PROSE)))
                .as("text without a known column")
                .isFalse();
        assertThat(format().recognises(sample(NOISE))).as("a picture").isFalse();
        assertThat(format().recognises(sample(new byte[0]))).as("an empty file").isFalse();
    }

    private byte[] written() throws IOException {
        var out = new ByteArrayOutputStream();
        try (FormatBench bench = bench()) {
            bench.writeTo(out, TestTable.ordinary(3));
        }
        return out.toByteArray();
    }

    private static ContentSample sample(byte[] content) {
        byte[] first = java.util.Arrays.copyOf(content, Math.min(content.length, ContentSample.SIZE));
        return new ContentSample(first, ColumnSet.standard(Capabilities.NONE).headers());
    }

    private static String family(byte[] content) {
        ContentSample sample = sample(content);
        if (sample.startsWith('P', 'K')) {
            return "zip";
        }
        return sample.firstCharacter() == '{' || sample.firstCharacter() == '[' ? "JSON" : "text";
    }

    @Property(tries = 60)
    @Label("FORMAT-49 MUST: any texts come back exactly")
    void texts_of_any_kind_come_back_exactly(@ForAll("texts") List<String> texts) throws IOException {
        RecordedTable read = roundTrip(TestTable.withIds("v.text", texts));

        assertThat(read.rows()).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.meaning(i, "v.text")).isEqualTo(texts.get(i));
        }
    }

    /** Lists of nasty texts. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> pieces = Arbitraries.of(NastyTexts.all());
        Arbitrary<String> texts = pieces.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
        return texts.list().ofMinSize(1).ofMaxSize(8);
    }
}

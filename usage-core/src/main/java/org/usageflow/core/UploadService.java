package org.usageflow.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.usageflow.error.InvalidCommandException;
import org.usageflow.model.Product;
import org.usageflow.model.ProductId;
import org.usageflow.policy.NegativePolicy;
import org.usageflow.schema.Column;
import org.usageflow.schema.Columns;
import org.usageflow.schema.ReportingSchema;
import org.usageflow.spi.format.FormatId;
import org.usageflow.spi.format.RowWriter;
import org.usageflow.spi.format.UsageFormat;
import org.usageflow.spi.format.WriteOptions;

/**
 * Writes the files that vendors send: templates for people, and uploads of typed records for applications.
 *
 * <p>Thread-safe; writers are not. Source: rules §3.6.
 */
public final class UploadService {

    private final Wiring wiring;

    UploadService(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Writes the upload template of a product: {@code records} with exactly the columns of its schema and capabilities, and where the format holds several tables {@code categories},
     * {@code instructions}, {@code valid_values} and {@code example}.
     *
     * @param product whose template
     * @param format that of the file
     * @param target where it goes; stays open
     * @throws org.usageflow.error.NotFoundException if there is no such product
     * @throws InvalidCommandException if the format is not wired or cannot hold a header without rows, or the product takes no usage reports
     * @throws IOException if the target cannot be written
     */
    public void writeTemplate(ProductId product, FormatId format, OutputStream target) throws IOException {
        Product found = reporting(product);
        UsageFormat writer = format(format);
        if (!writer.holdsSeveralTables() && !writer.id().equals(FormatId.CSV)) {
            throw new InvalidCommandException(
                    "a template cannot be written as " + format + ": it has a header and no rows");
        }
        try (RowWriter out = writer.write(target, WriteOptions.DEFAULTS)) {
            var template = new Template(columns(found), wiring.items().items(product, Template.MOST_ITEMS + 1));
            template.write(out, writer.holdsSeveralTables());
            out.finish();
        }
    }

    /**
     * Begins an upload of typed records: what is written validates, as far as records can be judged by themselves.
     *
     * @param product whose usage it reports
     * @param format that of the file
     * @param parameters the names of the {@code v.} columns, without {@code v.}, in their order; at most 100
     * @param target where it goes; stays open
     * @throws org.usageflow.error.NotFoundException if there is no such product
     * @throws InvalidCommandException if the format is not wired, or the product takes no usage reports
     * @throws IllegalArgumentException if there are too many parameters, or a name is there twice or is none
     * @throws IOException if the target cannot be written
     */
    public UploadWriter open(ProductId product, FormatId format, List<String> parameters, OutputStream target)
            throws IOException {
        Objects.requireNonNull(target, "target");
        List<Column> columns = columns(reporting(product));
        RowWriter out = format(format).write(target, WriteOptions.DEFAULTS);
        try {
            return new UploadWriter(out, columns, parameters);
        } catch (IOException | RuntimeException e) {
            try (out) {
                throw e;
            }
        }
    }

    private Product reporting(ProductId id) {
        Product product = ReportContext.product(wiring, id);
        if (!product.capabilities().allowReporting()) {
            throw new InvalidCommandException("the product " + id + " takes no usage reports");
        }
        return product;
    }

    private List<Column> columns(Product product) {
        ReportingSchema schema = ReportContext.schema(wiring, product);
        boolean corrections = wiring.policies().negatives() == NegativePolicy.CORRECTIONS;
        return schema.columns(product.capabilities()).written().stream()
                .filter(each -> corrections || !each.name().equals(Columns.CORRECTS_RECORD_ID))
                .toList();
    }

    private UsageFormat format(FormatId id) {
        return wiring.formats().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidCommandException("no format is wired that writes " + id));
    }
}

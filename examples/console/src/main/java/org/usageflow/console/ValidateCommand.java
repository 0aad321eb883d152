package org.usageflow.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.usageflow.command.ValidateUpload;
import org.usageflow.console.catalog.JsonCatalog;
import org.usageflow.console.host.Host;
import org.usageflow.console.host.PolicySetting;
import org.usageflow.console.output.ProgressBar;
import org.usageflow.console.output.ReportJson;
import org.usageflow.console.output.ReportText;
import org.usageflow.console.output.TargetFile;
import org.usageflow.console.output.TextTable;
import org.usageflow.core.ProcessedUpload;
import org.usageflow.core.Usageflow;
import org.usageflow.core.ValidationReport;
import org.usageflow.error.RefusedException;
import org.usageflow.model.ContractId;
import org.usageflow.model.PayAsYouGo;
import org.usageflow.model.ProductId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.policy.Policies;
import org.usageflow.spi.format.UploadSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges an upload without storing anything. */
@Command(name = "validate", description = "Judges an upload: every fault, at its cell. Stores nothing.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--product", required = true, paramLabel = "P", description = "The product it reports on.")
    private ProductId product;

    @Option(
            names = "--contract",
            paramLabel = "K",
            description = "The contract. May be left out where the product has one listing.")
    private @Nullable ContractId contract;

    @Option(
            names = "--period",
            paramLabel = "START/END",
            description =
                    "The time it reports on, the end exclusive; dates are midnight UTC. Without it nothing is checked against a period.")
    private @Nullable UsagePeriod period;

    @Option(
            names = "--currency",
            paramLabel = "CUR",
            description = "The currency of its amounts; the marketplace's by default.")
    private @Nullable Currency currency;

    @Option(
            names = "--policy",
            paramLabel = "NAME=VALUE",
            description = {
                "A policy other than the default, which comes first here:",
                "negatives=refuse|corrections",
                "window=enforce|warn|ignore",
                "record-id-reuse=refuse|allow",
                "acceptance=all|partial|up-to=0.05",
                "negative-margin=warn|refuse"
            })
    private List<PolicySetting> policies = new ArrayList<>();

    @Option(
            names = "--processed",
            paramLabel = "OUT",
            description = "Write the processed file: the upload, in its own format, with every fault at its cell.")
    private @Nullable Path processed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "The upload: xlsx, csv, json or jsonl, told by its content.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Policies choices = policies();
        if (processed != null && Files.isDirectory(processed)) {
            throw new WrongUseException(processed + " is a directory");
        }
        try (UploadSource upload = Inputs.open(file)) {
            JsonCatalog reference = catalog.read();
            noteIgnoredCurrency(reference);
            Usageflow usage = Host.over(reference, choices);
            ValidationReport report =
                    processed == null ? judge(usage, upload) : judgeAndWrite(usage, upload, processed);
            print(usage, report);
            return report.isValid() ? ExitCodes.DONE : ExitCodes.REFUSED;
        }
    }

    private Policies policies() {
        try {
            return PolicySetting.over(Policies.DEFAULTS, policies);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(String.valueOf(e.getMessage()));
        }
    }

    private void noteIgnoredCurrency(JsonCatalog reference) {
        if (currency != null && reference.findProduct(product).isPresent() && !hasAmounts(reference)) {
            err().println("usage: --currency " + currency + " is ignored: " + product
                    + " reports quantities, which have no currency");
        }
    }

    private boolean hasAmounts(JsonCatalog reference) {
        PayAsYouGo settings = reference
                .findProduct(product)
                .map(each -> each.capabilities().payAsYouGo())
                .orElse(null);
        return settings != null && !settings.schema().value().equals("QT");
    }

    private ValidateUpload command() {
        return new ValidateUpload(product, contract, null, period, currency);
    }

    private ValidationReport judge(Usageflow usage, UploadSource upload) {
        ValidateUpload command = command();
        try (var bar = ProgressBar.on(err())) {
            return usage.validation().validate(command, upload, bar);
        }
    }

    private ValidationReport judgeAndWrite(Usageflow usage, UploadSource upload, Path target) throws IOException {
        try (ProcessedUpload judged = process(usage, upload)) {
            write(judged, target);
            return judged.report();
        }
    }

    private ProcessedUpload process(Usageflow usage, UploadSource upload) {
        try (var bar = ProgressBar.on(err())) {
            return usage.validation().process(command(), upload, null, bar);
        }
    }

    private void write(ProcessedUpload judged, Path target) throws IOException {
        try {
            TargetFile.write(target, judged::write);
        } catch (RefusedException e) {
            // What is wrong with the upload is in the report
            err().println("usage: " + target + " is not written: " + TextTable.visible(String.valueOf(e.getMessage())));
        }
    }

    private void print(Usageflow usage, ValidationReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            new ReportJson(usage.messages()).write(report, out);
            if (report.hasMoreProblems()) {
                err().println("usage: the first " + report.problems().size() + " problems are listed, of "
                        + report.problemCount());
            }
        } else {
            new ReportText(usage.messages()).write(report, out);
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

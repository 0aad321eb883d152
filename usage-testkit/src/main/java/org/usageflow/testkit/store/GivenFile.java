package org.usageflow.testkit.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.AccountId;
import org.usageflow.model.ContractId;
import org.usageflow.model.Environment;
import org.usageflow.model.FileDetails;
import org.usageflow.model.FileKind;
import org.usageflow.model.ProductId;
import org.usageflow.model.SchemaCode;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsagePeriod;
import org.usageflow.testkit.UsageFixtures;

/**
 * Makes a usage file for a test. Not thread-safe.
 *
 * <p>Unless told otherwise it is an actual file of production: a draft of {@link UsageFixtures#VENDOR} to {@link UsageFixtures#DISTRIBUTOR} about July 2021 in schema PR.
 */
public final class GivenFile {

    private final UsageFileId id;
    private String name;
    private @Nullable String externalId;
    private ProductId product = UsageFixtures.PRODUCT;
    private ContractId contract = UsageFixtures.CONTRACT;
    private AccountId vendor = UsageFixtures.VENDOR;
    private AccountId buyer = UsageFixtures.DISTRIBUTOR;
    private SchemaCode schema = UsageFixtures.PR;
    private UsagePeriod period = UsageFixtures.PERIOD_JULY;
    private Environment environment = Environment.PRODUCTION;
    private FileKind kind = FileKind.ACTUAL;
    private Instant createdAt = Instant.parse("2021-08-02T09:00:00Z");
    private UsageFileStatus status = UsageFileStatus.DRAFT;

    GivenFile(UsageFileId id) {
        this.id = id;
        this.name = "file " + id;
    }

    public GivenFile name(String text) {
        this.name = text;
        return this;
    }

    /** The vendor's id; none by default. */
    public GivenFile externalId(@Nullable String text) {
        this.externalId = text;
        return this;
    }

    public GivenFile product(ProductId reported) {
        this.product = reported;
        return this;
    }

    public GivenFile contract(ContractId between) {
        this.contract = between;
        return this;
    }

    public GivenFile vendor(AccountId account) {
        this.vendor = account;
        return this;
    }

    public GivenFile buyer(AccountId account) {
        this.buyer = account;
        return this;
    }

    public GivenFile schema(SchemaCode code) {
        this.schema = code;
        return this;
    }

    public GivenFile period(UsagePeriod time) {
        this.period = time;
        return this;
    }

    public GivenFile environment(Environment place) {
        this.environment = place;
        return this;
    }

    public GivenFile kind(FileKind of) {
        this.kind = of;
        return this;
    }

    public GivenFile createdAt(Instant time) {
        this.createdAt = time;
        return this;
    }

    /** Where it stands; a file that is no draft is at its second version. */
    public GivenFile status(UsageFileStatus now) {
        this.status = now;
        return this;
    }

    /** Makes the file. */
    public UsageFile build() {
        UsageFile draft = UsageFile.draft(id, details(), createdAt);
        return status == UsageFileStatus.DRAFT
                ? draft
                : draft.change().status(status).build();
    }

    private FileDetails details() {
        return new FileDetails(
                name,
                null,
                null,
                externalId,
                product,
                contract,
                UsageFixtures.MARKETPLACE,
                vendor,
                buyer,
                schema,
                period,
                UsageFixtures.EUR,
                environment,
                kind);
    }
}

package org.usageflow.verification.service;

import java.util.concurrent.atomic.AtomicInteger;
import org.usageflow.command.CreateFile;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.Environment;
import org.usageflow.model.FileKind;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsagePeriod;
import org.usageflow.testkit.UsageFixtures;

/** What kind of file it is, and who buys. */
enum Scene {
    /** Bought by a distributor. */
    DISTRIBUTION,
    /** Bought by a reseller. */
    RESALE,
    PREVIEW,
    ESTIMATE;

    private static final AtomicInteger PERIODS = new AtomicInteger();

    CreateFile command() {
        return switch (this) {
            case DISTRIBUTION -> Ladder.july("Distribution");
            case RESALE ->
                CreateFile.of(
                        "Resale",
                        UsageFixtures.PRODUCT,
                        Parties.RESALE,
                        UsageFixtures.MARKETPLACE,
                        UsageFixtures.PERIOD_JULY);
            case PREVIEW -> Ladder.july("Preview").in(Environment.PREVIEW);
            case ESTIMATE ->
                CreateFile.of(
                                "Estimate",
                                UsageFixtures.PRODUCT,
                                UsageFixtures.CONTRACT,
                                UsageFixtures.MARKETPLACE,
                                ownPeriod())
                        .as(FileKind.ESTIMATE);
        };
    }

    /** No other file's, so that it is never superseded. */
    private static UsagePeriod ownPeriod() {
        UsagePeriod july = UsageFixtures.PERIOD_JULY;
        return new UsagePeriod(july.start().plusSeconds(PERIODS.incrementAndGet()), july.end());
    }

    Person buyer() {
        return this == RESALE ? Person.BUYING_RESELLER : Person.DISTRIBUTOR;
    }

    boolean isBilled() {
        return this == DISTRIBUTION || this == RESALE;
    }

    boolean reaches(UsageFileStatus status) {
        return isBilled() || status != UsageFileStatus.CLOSED;
    }

    /** A new file of this kind in a status, with two records that are its own. */
    UsageFile at(UsageFileStatus status, DeskWorld world) {
        Ladder ladder = world.ladder().command(command()).buyer(buyer().actor);
        if (this == RESALE) {
            String key = "RESOLD-" + PERIODS.incrementAndGet();
            String subscription = Parties.RESOLD.id().value();
            ladder.rows(world.rows.of(key + "-1", subscription), world.rows.of(key + "-2", subscription));
        }
        return ladder.at(status);
    }
}

package org.usageflow.verification.reliability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.usageflow.command.CloseRecord;
import org.usageflow.command.CreateFile;
import org.usageflow.core.Intake;
import org.usageflow.model.UsageFileId;
import org.usageflow.model.UsageRecordId;
import org.usageflow.spi.event.ProgressListener;
import org.usageflow.spi.format.UploadLimits;
import org.usageflow.spi.format.UploadSource;
import org.usageflow.testkit.UsageFixtures;

/** Callers in this process. A deed is a verb and what it is about, e.g. {@code process UF-…} or {@code close UF-… INV-1}. */
final class RaceCallers implements RaceGroup {

    private static final int PATIENCE_SECONDS = 300;

    private final DatabaseSite site;
    private final ExecutorService executor;
    private final int threads;
    private List<Future<RaceAnswer>> running = List.of();
    private CountDownLatch start = new CountDownLatch(0);

    RaceCallers(DatabaseSite site, int threads) {
        this.site = site;
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    @Override
    public void ready(List<String> deeds) {
        if (deeds.size() != threads) {
            throw new IllegalArgumentException("a deed for each of " + threads + " threads, not " + deeds.size());
        }
        var here = new CountDownLatch(threads);
        var gun = new CountDownLatch(1);
        start = gun;
        running = deeds.stream()
                .map(deed -> executor.submit(() -> run(deed, here, gun)))
                .toList();
        await(here);
    }

    private RaceAnswer run(String deed, CountDownLatch here, CountDownLatch gun) {
        here.countDown();
        await(gun);
        try {
            return perform(deed, deed.split(" "));
        } catch (Throwable e) {
            return RaceAnswer.of(deed, e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the others did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void go() {
        start.countDown();
    }

    @Override
    public List<RaceAnswer> answers() {
        var answers = new ArrayList<RaceAnswer>();
        for (Future<RaceAnswer> each : running) {
            try {
                answers.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("a caller got no answer", e);
            }
        }
        return answers;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private RaceAnswer perform(String deed, String[] words) throws IOException {
        var files = site.usage.files();
        return switch (words[0]) {
            case "process" -> intake(deed, files.process(file(words), ProgressListener.NONE, Who.SYSTEM));
            case "upload" -> upload(deed, file(words), Path.of(words[2]));
            case "accept" ->
                done(
                        deed,
                        files.accept(file(words), null, UsageFixtures.distributor())
                                .status());
            case "reject" ->
                done(
                        deed,
                        files.reject(file(words), "no", UsageFixtures.distributor())
                                .status());
            case "close" ->
                done(
                        deed,
                        files.close(file(words), words[2], UsageFixtures.distributor())
                                .status());
            case "close-record" ->
                done(
                        deed,
                        site.usage
                                .records()
                                .close(
                                        CloseRecord.of(new UsageRecordId(words[1]), words[2]),
                                        UsageFixtures.distributor())
                                .status());
            case "create" ->
                done(
                        deed,
                        files.create(create(words[1], words[2]), UsageFixtures.vendor())
                                .id());
            default -> throw new IllegalArgumentException(deed);
        };
    }

    private static UsageFileId file(String[] words) {
        return new UsageFileId(words[1]);
    }

    private CreateFile create(String name, String externalId) {
        return CreateFile.of(
                        name,
                        site.world.product().id(),
                        site.world.contract().id(),
                        site.world.marketplace().id(),
                        site.world.period())
                .withExternalId(externalId);
    }

    private RaceAnswer upload(String deed, UsageFileId id, Path content) throws IOException {
        var bytes = new ByteArrayInputStream(Files.readAllBytes(content));
        try (UploadSource source = UploadSource.spool(bytes, UploadLimits.DEFAULTS, null)) {
            return intake(deed, site.usage.files().upload(id, source, UsageFixtures.vendor()));
        }
    }

    private static RaceAnswer done(String deed, Object what) {
        return new RaceAnswer(deed, RaceAnswer.DONE, what.toString());
    }

    private static RaceAnswer intake(String deed, Intake intake) {
        return new RaceAnswer(
                deed,
                intake.repeated() ? RaceAnswer.REPEATED : RaceAnswer.DONE,
                intake.file().status().name());
    }
}

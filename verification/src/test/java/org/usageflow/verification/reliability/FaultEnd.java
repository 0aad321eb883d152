package org.usageflow.verification.reliability;

import java.util.List;
import java.util.Set;
import org.usageflow.lifecycle.PartFileStatus;
import org.usageflow.lifecycle.UsageFileStatus;
import org.usageflow.model.PartFile;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.spi.event.ProgressListener;

/** Brings files to where the command would have brought them, by what a vendor, a buyer and a worker do about a file that was given up. */
final class FaultEnd {

    private final FaultSite site;
    private final List<StoredFile> goal;

    FaultEnd(FaultSite site, List<StoredFile> goal) {
        this.site = site;
        this.goal = goal;
    }

    void reach() {
        List<StoredFile> files = StoredFile.all(site.stores);
        for (int i = 0; i < files.size(); i++) {
            UsageFile file = files.get(i).file();
            UsageFileStatus wanted = goal.get(i).file().status();
            if (file.status() == UsageFileStatus.INVALID && wanted != UsageFileStatus.INVALID) {
                FaultSite.with(
                        site.upload(FaultSite.rows()),
                        upload -> site.usage.files().upload(file.id(), upload, FaultSite.VENDOR));
            } else if (file.status() == UsageFileStatus.UPLOADING && wanted != UsageFileStatus.UPLOADING) {
                site.usage.files().process(file.id(), ProgressListener.NONE, Who.SYSTEM);
            }
            files.get(i).parts().forEach(this::complete);
        }
    }

    private void complete(PartFile part) {
        if (part.status() == PartFileStatus.FAILED) {
            site.usage.parts().regenerate(part.id(), FaultSite.BUYER);
        }
    }

    /** What of a file does not tell how it came there. */
    record Essence(
            UsageFileStatus status,
            List<String> records,
            List<String> problems,
            List<PartFileStatus> parts,
            Set<RecordKey> live) {}

    static List<Essence> essence(List<StoredFile> files) {
        return files.stream()
                .map(each -> new Essence(
                        each.file().status(),
                        each.records().stream()
                                .map(record -> record.key() + " " + record.status()
                                        + (record.closing() == null
                                                ? ""
                                                : record.closing().billingId()))
                                .toList(),
                        each.problems().stream()
                                .map(problem -> problem.problem().toString())
                                .toList(),
                        each.parts().stream().map(PartFile::status).toList(),
                        each.live()))
                .toList();
    }
}

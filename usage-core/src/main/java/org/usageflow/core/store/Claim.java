package org.usageflow.core.store;

import java.util.ArrayList;
import java.util.List;
import org.usageflow.model.ContractId;
import org.usageflow.model.ProductId;
import org.usageflow.model.RecordKey;
import org.usageflow.model.UsageFile;
import org.usageflow.model.UsageFileId;

/** The vendor's ids that a file claimed in one transaction. The stage is read by all threads; the rest is the claiming thread's until the claim is held. */
final class Claim {

    enum Stage {
        /** The transaction is at work: the claim is no one's business but its own. */
        PENDING,
        HELD,
        RELEASED
    }

    /** Within which ids are unique. */
    record Scope(ProductId product, ContractId contract) {

        static Scope of(UsageFile file) {
            return new Scope(file.product(), file.contract());
        }
    }

    final UsageFileId file;
    final Scope scope;
    final List<RecordKey> keys = new ArrayList<>();
    /** Whether one of the ids was given back by the same transaction. */
    boolean handedOver;

    volatile Stage stage = Stage.PENDING;

    Claim(UsageFileId file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }
}

package org.usageflow.core;

/** The services that keep something. */
record Services(
        FileService files,
        RecordService records,
        PartService parts,
        ReconciliationService reconciliations,
        EventService events,
        RecoveryService recovery,
        RetentionService retention) {

    static Services of(Wiring wiring, Keeping keeping) {
        var post = new EventPost(keeping);
        var desk = new Desk(keeping, post);
        var intakes = new Intakes(wiring, keeping, desk);
        var parts = new Parts(wiring, keeping, desk);
        var reconciliations = new ReconciliationService(wiring, keeping, desk, intakes);
        return new Services(
                new FileService(wiring, keeping, desk, intakes),
                new RecordService(keeping, desk),
                new PartService(wiring, keeping, desk),
                reconciliations,
                new EventService(desk, keeping, post),
                new RecoveryService(desk, intakes, reconciliations, parts),
                new RetentionService(keeping, desk));
    }
}

package org.usageflow.spi.reference;

/**
 * All that validation asks of the host, in one. <b>Implementable</b>; contract: {@code ReferenceDataContract} in the testkit.
 *
 * <p>For hosts whose data comes from one place; the parts may also be given one by one.
 */
public interface ReferenceData extends Catalog, Items, Subscriptions {}

/**
 * What the host knows and the library asks for: products, items, contracts, listings, subscriptions, records reported before.
 *
 * <p>Here belong interfaces that a host implements over its own data. What is asked for row by row takes collections, so that one call serves a batch.
 */
@NullMarked
package org.usageflow.spi.reference;

import org.jspecify.annotations.NullMarked;

/**
 * What proves a store: the contracts of places for usage files and for uploads, and what makes files and records for them.
 *
 * <p>Here belongs what an adapter for a database or a place of files needs to test itself. Not here: a store itself.
 */
@NullMarked
package org.usageflow.testkit.store;

import org.jspecify.annotations.NullMarked;

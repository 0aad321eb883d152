/**
 * What proves and replaces a host's reference data: contracts, and implementations in memory.
 *
 * <p>Here belongs what stands for the host's own systems. Not here: generated worlds ({@code arbitrary}).
 */
@NullMarked
package org.usageflow.testkit.reference;

import org.jspecify.annotations.NullMarked;

/**
 * Reads cells: exact decimals, times in UTC, texts. Here belongs what turns characters into values; not here: what a value may be.
 */
@NullMarked
package org.usageflow.core.internal.decode;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps what must be looked at once a file is read, in bounded memory: a sorter that spills to disk, and a set of row positions.
 */
@NullMarked
package org.usageflow.core.internal.spill;

import org.jspecify.annotations.NullMarked;

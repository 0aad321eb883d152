/**
 * The processed file: an upload written again with what came of it.
 *
 * <p>Here belongs what puts rows, outcomes and problems together. Not here: judging, and how a format writes.
 */
@NullMarked
package org.usageflow.core.internal.processed;

import org.jspecify.annotations.NullMarked;

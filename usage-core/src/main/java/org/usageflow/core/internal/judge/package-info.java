/**
 * Judges an upload: header, rows in batches, then rows together. Here belongs the pipeline; not here: how cells are read ({@code decode}), what is kept on disk ({@code spill}), what a schema asks for ({@code schema}).
 */
@NullMarked
package org.usageflow.core.internal.judge;

import org.jspecify.annotations.NullMarked;

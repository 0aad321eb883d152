/**
 * Where usage files, their records, problems, history and uploads are kept.
 *
 * <p>Here belongs what an adapter for a database or a place of files implements. Who may read what is decided here too, as data ({@code ReadScope}), because it belongs in the query. Not here: what a command means, and when it is allowed (the library's core).
 */
@NullMarked
package org.usageflow.spi.store;

import org.jspecify.annotations.NullMarked;

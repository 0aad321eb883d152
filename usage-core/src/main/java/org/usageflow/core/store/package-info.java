/**
 * The library's own stores: usage files in memory, and uploads in a directory.
 *
 * <p>Here belong stores that need nothing beyond the JDK. Not here: stores over a database, which are modules of their own, and what a command means.
 */
@NullMarked
package org.usageflow.core.store;

import org.jspecify.annotations.NullMarked;

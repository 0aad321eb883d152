/** Real databases for tests and measurements, each started once for a process and emptied by giving everyone a database of its own. */
@NullMarked
package org.usageflow.databases;

import org.jspecify.annotations.NullMarked;

/** What the stores cost, beside the floor of each database, in one run. */
@NullMarked
package org.usageflow.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * What proves that work over JDBC survives a failing database: a data source that fails where a test says.
 *
 * <p>Here belongs what stands between a store and its driver. Not here: a driver, or a database.
 */
@NullMarked
package org.usageflow.testkit.jdbc;

import org.jspecify.annotations.NullMarked;

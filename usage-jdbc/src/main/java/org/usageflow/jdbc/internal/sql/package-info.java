/** Statements over a connection: parameters in, rows out, names of tables. */
@NullMarked
package org.usageflow.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;

/**
 * Usage files on relational databases: H2, PostgreSQL, MariaDB and MySQL.
 *
 * <p>Here belongs what a host wires: stores, where their connections come from, and the schema. Not here: which driver and which pool, which are the host's.
 */
@NullMarked
package org.usageflow.jdbc;

import org.jspecify.annotations.NullMarked;

/**
 * Reporting schemas: what differs between ways of reporting, as one strategy.
 *
 * <p>Here belong columns, rules of a row and of a group of rows, and who may see which amount. Nothing outside a schema switches on its code. Not here: the four standard schemas
 * (the library's core).
 */
@NullMarked
package org.usageflow.schema;

import org.jspecify.annotations.NullMarked;

/** The steps of the schema and who takes them. */
@NullMarked
package org.usageflow.jdbc.internal.schema;

import org.jspecify.annotations.NullMarked;

/** What differs between the databases, one class each; none pretends to be another. */
@NullMarked
package org.usageflow.jdbc.internal.dialect;

import org.jspecify.annotations.NullMarked;

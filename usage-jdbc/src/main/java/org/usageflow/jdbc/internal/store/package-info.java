/** The parts of a store's session, over the statements of one transaction. */
@NullMarked
package org.usageflow.jdbc.internal.store;

import org.jspecify.annotations.NullMarked;

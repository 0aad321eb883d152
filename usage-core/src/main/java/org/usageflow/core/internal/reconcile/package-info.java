/** Reading of reconciliation files. Not here: what becomes of the records that their rows name. */
@NullMarked
package org.usageflow.core.internal.reconcile;

import org.jspecify.annotations.NullMarked;

/**
 * The four state machines, as data: statuses, actions, transitions and who may fire them.
 *
 * <p>Here belong tables, their checks and their rendering. Not here: conditions that need data; the services check those and name a {@link RefusalReason}.
 */
@NullMarked
package org.usageflow.lifecycle;

import org.jspecify.annotations.NullMarked;

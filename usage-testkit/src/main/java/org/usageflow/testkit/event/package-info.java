/**
 * What proves a listener.
 *
 * <p>Here belong contracts of listeners. Not here: listeners that record; they are beside the fixtures.
 */
@NullMarked
package org.usageflow.testkit.event;

import org.jspecify.annotations.NullMarked;

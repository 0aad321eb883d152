/**
 * What proves a reporting schema: its contract, and fakes of what its rules see and say.
 *
 * <p>Here belongs what holds for every schema. Not here: what one schema asks of its rows; that is for the tests beside it.
 */
@NullMarked
package org.usageflow.testkit.schema;

import org.jspecify.annotations.NullMarked;

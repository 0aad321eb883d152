/**
 * Generated data for property tests, from ids to whole files.
 *
 * <p>Here belong factories of arbitraries; whatever they make shrinks to something that a person can read. Not here: properties; those belong to the modules that they are about.
 */
@NullMarked
package org.usageflow.testkit.arbitrary;

import org.jspecify.annotations.NullMarked;

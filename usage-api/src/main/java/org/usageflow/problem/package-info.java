/**
 * What can be wrong with data: codes, places, and words for people.
 *
 * <p>Here belong findings, which are values. Not here: failed calls, which are exceptions ({@code error}).
 */
@NullMarked
package org.usageflow.problem;

import org.jspecify.annotations.NullMarked;

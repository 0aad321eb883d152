/**
 * Failed calls: misuse, refusals, races. What is wrong with data is a {@code Problem} instead.
 */
@NullMarked
package org.usageflow.error;

import org.jspecify.annotations.NullMarked;

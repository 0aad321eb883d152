/**
 * Usage files as CSV, by univocity-parsers.
 *
 * <p>Here belongs how CSV text becomes rows and rows become CSV text. Not here: what a column means, or whether a value is right (the library's core).
 */
@NullMarked
package org.usageflow.csv;

import org.jspecify.annotations.NullMarked;

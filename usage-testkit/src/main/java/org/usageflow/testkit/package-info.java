/**
 * Values with meaning, and fakes of what a host gives the library.
 *
 * <p>Here belong fixtures, clocks and recording listeners. Not here: fakes of reference data ({@code reference}), generated data ({@code arbitrary}), contracts (beside the
 * interface that each proves: {@code format}, {@code reference}, {@code schema}, {@code event}).
 */
@NullMarked
package org.usageflow.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * How files come in and go out: sources, formats, rows and cells.
 *
 * <p>Here belongs what an adapter for a file format implements and what it pushes into. Not here: what a column means ({@code schema}), or whether a value is right (the
 * library's core).
 */
@NullMarked
package org.usageflow.spi.format;

import org.jspecify.annotations.NullMarked;

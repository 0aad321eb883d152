/**
 * Usage files as JSON Lines and as JSON arrays of objects, by Jackson's streaming parser and generator.
 *
 * <p>Here belongs how objects become rows and rows become objects. Not here: what a member means, or whether a value is right (the library's core).
 */
@NullMarked
package org.usageflow.json;

import org.jspecify.annotations.NullMarked;

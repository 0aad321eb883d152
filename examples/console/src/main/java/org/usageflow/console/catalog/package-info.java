/**
 * The catalog file: everything the library asks the host for, read from one JSON document.
 *
 * <p>Here belong reading, checking and looking up. Not here: what is done with it.
 */
@NullMarked
package org.usageflow.console.catalog;

import org.jspecify.annotations.NullMarked;

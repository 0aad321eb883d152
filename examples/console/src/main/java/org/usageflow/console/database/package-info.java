/**
 * The database that this application keeps everything in: its URL, its connections, and the catalog that is stored beside the library's tables.
 */
@NullMarked
package org.usageflow.console.database;

import org.jspecify.annotations.NullMarked;

/**
 * XLSX workbooks: a streaming reader that trusts nothing, and a streaming writer.
 *
 * <p>Here belongs what knows about zip containers, package parts and sheet XML. Not here: what a column means, or whether a value is right. Of Apache POI this module uses
 * what is known about number formats; containers and XML it reads with code of its own, because a parser that reads whole parts, or has limits that are shared by the JVM, does
 * not fit uploads of two million rows from strangers.
 */
@NullMarked
package org.usageflow.poi;

import org.jspecify.annotations.NullMarked;
